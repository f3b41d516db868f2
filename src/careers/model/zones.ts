/** Zones to choose from, by continent, each with the hour it is there at `now`. */
export type ZoneGroup = {
  readonly area: string
  readonly zones: readonly { readonly id: string; readonly label: string }[]
}

/** Every zone the platform knows, grouped by its area; towns are named as the zone database names them. */
export const zoneGroups = (now: string, locale: string): ZoneGroup[] => {
  const groups = new Map<string, { id: string; label: string }[]>()
  for (const id of Intl.supportedValuesOf('timeZone')) {
    const [area, ...town] = id.split('/')
    if (!area || town.length === 0 || area === 'Etc') continue
    const hour = new Intl.DateTimeFormat(locale, { timeZone: id, hour: '2-digit', minute: '2-digit' }).format(
      Date.parse(now),
    )
    const zones = groups.get(area) ?? []
    zones.push({ id, label: `${town.join(', ').replace(/_/g, ' ')} (now ${hour})` })
    groups.set(area, zones)
  }
  return [...groups].map(([area, zones]) => ({ area, zones }))
}
