// biome-ignore-all lint/a11y/useSemanticElements: a table can't be drawn in part; the grid roles say what it is.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row.
import { Checkbox } from '@mantine/core'
import type { ReactNode } from 'react'
import { type RowKeys, useVirtualRows } from './use-virtual-rows.ts'
import styles from './virtual.module.css'

export interface Column<Row> {
  readonly key: string
  readonly title: ReactNode
  /** A CSS grid width: '224px', 'minmax(320px, 1fr)'. */
  readonly width: string
  readonly cell: (row: Row) => ReactNode
}

export interface GridProps<Row> extends RowKeys<Row> {
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rowHeight?: number
  /** Whether every row of the whole result is chosen, also those not loaded. */
  readonly allSelected?: boolean
  readonly onSelectAll?: () => void
}

/**
 * A grid of any length: j k and arrows move, x chooses, Shift+x to here, Enter or Space opens; only what is seen is drawn.
 * The cursor, the open row and the selection are the screen's, so that the address can hold them.
 */
export const VirtualGrid = <Row,>(props: GridProps<Row>) => {
  const { columns, rows, keyOf, selected, onSelect, label, rowHeight = 52 } = props
  const { scroll, virtual, at, press, idOf, choose } = useVirtualRows(props, rowHeight, 32)
  const template = `${onSelect ? '44px ' : ''}${columns.map((column) => column.width).join(' ')}`
  // Head and rows are equally wide whatever is in them, so that the columns stand under each other.
  const least = columns.reduce((sum, column) => sum + leastWidth(column.width), onSelect ? 44 : 0)
  const some = (selected?.size ?? 0) > 0
  return (
    <div
      ref={scroll}
      className={styles.scroll}
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-multiselectable={onSelect ? true : undefined}
      aria-activedescendant={rows[at] ? idOf(keyOf(rows[at])) : undefined}
      tabIndex={0}
      onKeyDown={press}
    >
      <div
        className={styles.head}
        role="row"
        aria-rowindex={1}
        style={{ gridTemplateColumns: template, minWidth: least }}
      >
        {onSelect && (
          <span className={`${styles.cell} ${styles.check}`} role="columnheader">
            <Checkbox
              aria-label="Choose all"
              checked={!!props.allSelected}
              indeterminate={some && !props.allSelected}
              onChange={() =>
                some
                  ? onSelect(new Set())
                  : props.onSelectAll
                    ? props.onSelectAll()
                    : onSelect(new Set(rows.map(keyOf)))
              }
            />
          </span>
        )}
        {columns.map((column) => (
          <span key={column.key} className={styles.cell} role="columnheader">
            {column.title}
          </span>
        ))}
      </div>
      <div className={styles.space} role="presentation" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((place) => {
          const row = rows[place.index]!
          const key = keyOf(row)
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the grid itself takes the keys.
            <div
              key={key}
              id={idOf(key)}
              className={styles.row}
              role="row"
              aria-rowindex={place.index + 2}
              aria-selected={onSelect ? !!selected?.has(key) : undefined}
              data-cursor={place.index === at || undefined}
              style={{
                height: rowHeight,
                transform: `translateY(${place.start}px)`,
                gridTemplateColumns: template,
                minWidth: least,
              }}
              onClick={(event) => choose.click(event, place.index)}
            >
              {onSelect && (
                <span className={`${styles.cell} ${styles.check}`} role="gridcell">
                  <Checkbox
                    tabIndex={-1}
                    aria-label={`Choose ${props.nameOf(row)}`}
                    checked={!!selected?.has(key)}
                    onChange={() => undefined}
                    onClick={(event) => choose.toggle(place.index, event.shiftKey)}
                  />
                </span>
              )}
              {columns.map((column) => (
                <span key={column.key} className={styles.cell} role="gridcell">
                  {column.cell(row)}
                </span>
              ))}
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** The first length in a grid width, in pixels: what the column takes at least. */
const leastWidth = (width: string): number => Number(/(\d+)px/.exec(width)?.[1] ?? 0)
