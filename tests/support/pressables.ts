/** Something on a screen that can be pressed, as a person would name it. */
export interface Pressable {
  /** Finds it again after a reload: where it stands, its role and its name; without rows of the same kind. */
  readonly key: string
  readonly name: string
  /** What it is set to; a screen is as before when all keys and states are. */
  readonly state: string
  /** Already chosen (the page one is on, the open tab): pressing it rightly does nothing. */
  readonly chosen: boolean
}

/**
 * All that can be pressed on the page now. Runs inside the page, so it stands alone; marks each with its key, to be
 * found by it. Of a list's rows only the first of each kind counts.
 */
export const readPressables = (): Pressable[] => {
  const wanted =
    'button, a[href], summary, input[type=checkbox], input[type=radio], input[aria-haspopup], [role=button], [role=menuitem], [role=menuitemcheckbox], [role=menuitemradio], [role=tab], [role=switch], [role=checkbox], [role=option], [tabindex="0"][data-index]'
  const rows = 'li, tr, [role=row], [role=option], [role=listitem], [data-index], article'
  const plainName = (words: string) => words.replace(/\s+/gu, ' ').trim()
  const kindOf = (one: Element) =>
    `${one.tagName}.${[...one.classList].filter((name) => !name.startsWith('mantine-')).join('.')}`
  const chainOf = (one: Element, until: Element | null) => {
    const chain: string[] = []
    for (let at: Element | null = one; at && at !== until && at !== document.body; at = at.parentElement)
      chain.unshift(at.hasAttribute('data-portal') ? 'PORTAL' : kindOf(at))
    return chain.join('>')
  }
  const nameOf = (one: HTMLElement) => {
    const by = one.getAttribute('aria-labelledby')
    const labelled = by?.split(' ').map((id) => document.getElementById(id)?.textContent ?? '')
    const labels = 'labels' in one ? [...((one as HTMLInputElement).labels ?? [])] : []
    return plainName(
      one.getAttribute('aria-label') ??
        labelled?.join(' ') ??
        (labels.length > 0 ? labels.map((label) => label.textContent).join(' ') : undefined) ??
        (one.textContent ||
          one.querySelector('img')?.alt ||
          one.title ||
          (one as HTMLInputElement).value ||
          ''),
    )
  }
  const isThere = (one: HTMLElement) => {
    if (one.closest('[inert], [aria-hidden=true], fieldset:disabled')) return false
    if (one.matches(':disabled, [aria-disabled=true], [data-disabled=true]')) return false
    const seen = one.matches('input[type=checkbox], input[type=radio]')
      ? (one.closest('label') ?? one.parentElement!)
      : one
    return seen.getClientRects().length > 0 && seen.checkVisibility({ visibilityProperty: true })
  }
  for (const marked of document.querySelectorAll('[data-press]')) marked.removeAttribute('data-press')
  const counted = new Map<string, number>()
  const found: Pressable[] = []
  const rowsOfKind = new Map<string, number>()
  for (const row of document.querySelectorAll(rows)) {
    const kind = chainOf(row, null)
    rowsOfKind.set(kind, (rowsOfKind.get(kind) ?? 0) + 1)
  }
  for (const one of document.querySelectorAll<HTMLElement>(wanted)) {
    if (!isThere(one)) continue
    const name = nameOf(one)
    const row = one.closest('nav') ? null : one.closest(rows)
    const kind = row ? chainOf(row, null) : ''
    const inMany = row !== null && rowsOfKind.get(kind)! > 4
    const role = one.getAttribute('role') ?? one.tagName.toLowerCase()
    // A name that starts with its verb tells two buttons of one row apart; a person's name only tells rows apart.
    const said = inMany ? '' : name.replace(/\d+/gu, '#').slice(0, 60)
    const place = inMany
      ? `${kind} » ${chainOf(one, row)} ${[...row.querySelectorAll(wanted)].indexOf(one)}`
      : chainOf(one, null)
    const same = `${place}|${role}|${said}`
    const nth = counted.get(same) ?? 0
    counted.set(same, nth + 1)
    if (nth > (inMany ? 0 : 1)) continue
    const key = `${same}|${nth}`
    one.setAttribute('data-press', key)
    const told = ['aria-expanded', 'aria-pressed', 'aria-selected', 'aria-checked', 'aria-current'].map(
      (state) => one.getAttribute(state),
    )
    const box = one as HTMLInputElement
    found.push({
      key,
      name: name || `(without a name: ${one.outerHTML.slice(0, 120)})`,
      state: `${told.join()}${box.checked ? ' checked' : ''}`,
      chosen:
        (role === 'combobox' && one === document.activeElement) ||
        (one.hasAttribute('aria-current') && one.getAttribute('aria-current') !== 'false') ||
        (role !== 'menuitemcheckbox' && role !== 'option' && one.getAttribute('aria-selected') === 'true') ||
        (one.getAttribute('aria-checked') === 'true' && role.endsWith('radio')) ||
        (box.type === 'radio' && box.checked),
    })
  }
  return found
}
