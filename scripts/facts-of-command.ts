/** Finds in the sources which facts a command can record, also through operations in other files and behind doors. */
import { dirname, join } from 'node:path/posix'

interface Source {
  readonly path: string
  readonly text: string
}

/** Answers, for a command's name, the names of the facts that its code and the code it calls can record. */
export const createFactsOfCommand = (
  sources: readonly Source[],
): ((command: string) => readonly string[]) => {
  const files = new Map(sources.map((source) => [source.path, readFile(source)]))

  /** The declaration behind a name, looked up through imports and doors. */
  const find = (path: string, name: string): { path: string; text: string } | undefined => {
    const file = files.get(path)
    const text = file?.declared.get(name)
    if (text !== undefined) return { path, text }
    const from = file?.imported.get(name)
    return from && find(from.path, from.name)
  }

  return (command) => {
    const facts = new Set<string>()
    const seen = new Set<string>()
    const follow = (path: string, text: string) => {
      seen.add(text)
      for (const [, word, read] of text.matchAll(/\b([a-zA-Z]\w+)\b(\.)?/g)) {
        const met = find(path, word!)
        if (!met) continue
        const fact = /^export const \w+ = factKind[\s\S]{0,200}?\)\(\s*'([a-z.-]+)'/.exec(met.text)?.[1]
        if (fact) {
          // `kind.factName` looks facts up; it records none.
          if (!read) facts.add(fact)
        } else if (!seen.has(met.text)) follow(met.path, met.text)
      }
    }
    for (const [path, { declared }] of files)
      for (const text of declared.values()) {
        const start = text.search(new RegExp(`defineCommand\\(\\{\\s*name: '${command}'`))
        if (start >= 0) follow(path, text.slice(start))
      }
    return [...facts].sort()
  }
}

/** What stands at the top of a file, cut at the next thing that does, and where its other names come from. */
const readFile = ({ path, text }: Source) => {
  const starts = [...text.matchAll(/^(?:export )?(?:default )?(?:async )?(?:const|function) (\w+)/gm)]
  const declared = new Map(
    starts.map((start, at) => [start[1]!, text.slice(start.index, starts[at + 1]?.index ?? text.length)]),
  )
  const imported = new Map(
    [...text.matchAll(/^(?:import|export) \{([^}]*)\} from '(\.[^']+)'/gm)].flatMap(([, names, from]) =>
      names!
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '' && !name.startsWith('type '))
        .map((name) => {
          const [there, here] = name.split(' as ')
          return [here ?? there!, { path: join(dirname(path), from!), name: there! }] as const
        }),
    ),
  )
  return { declared, imported }
}
