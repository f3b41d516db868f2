// biome-ignore-all lint/a11y/useSemanticElements: a table can't be drawn in part; the grid roles say what it is.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row.
import { Checkbox } from '@mantine/core'
import type { ReactNode } from 'react'
import { type RowKeys, useVirtualRows } from './use-virtual-rows.ts'
import styles from './virtual.module.css'

/** A list of any length with the keys of the grid; each row is drawn by the screen and measured, so heights may differ. */
export const VirtualList = <Row,>(
  props: RowKeys<Row> & {
    readonly label: string
    readonly rowHeight?: number
    readonly row: (row: Row, state: { readonly current: boolean; readonly selected: boolean }) => ReactNode
  },
) => {
  const { rows, keyOf, selected, onSelect, rowHeight = 52 } = props
  const { scroll, virtual, at, press, idOf, choose } = useVirtualRows(props, rowHeight)
  return (
    <div
      ref={scroll}
      className={`${styles.scroll} ${styles.list}`}
      role="grid"
      aria-label={props.label}
      aria-rowcount={rows.length}
      aria-activedescendant={rows[at] ? idOf(keyOf(rows[at])) : undefined}
      tabIndex={0}
      onKeyDown={press}
    >
      <div className={styles.space} role="presentation" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((place) => {
          const row = rows[place.index]!
          const key = keyOf(row)
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list itself takes the keys.
            <div
              key={key}
              id={idOf(key)}
              ref={virtual.measureElement}
              data-index={place.index}
              className={styles.row}
              role="row"
              aria-rowindex={place.index + 1}
              aria-selected={onSelect ? !!selected?.has(key) : undefined}
              data-cursor={place.index === at || undefined}
              style={{ transform: `translateY(${place.start}px)` }}
              onClick={(event) => choose.click(event, place.index)}
            >
              {onSelect && (
                <span className={styles.check} role="gridcell">
                  <Checkbox
                    tabIndex={-1}
                    aria-label={`Choose ${props.nameOf(row)}`}
                    checked={!!selected?.has(key)}
                    onChange={() => undefined}
                    onClick={(event) => choose.toggle(place.index, event.shiftKey)}
                  />
                </span>
              )}
              <div role="gridcell">
                {props.row(row, { current: place.index === at, selected: !!selected?.has(key) })}
              </div>
            </div>
          )
        })}
      </div>
    </div>
  )
}
