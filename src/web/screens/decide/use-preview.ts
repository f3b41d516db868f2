import { useQuery } from '@tanstack/react-query'
import { ask, type InputOf, type OutputOf, type Queries, type Refused } from '../../api/client.ts'

type Preview = OutputOf<Queries, 'ats.decisionPreview'>
export type PreviewedAct = InputOf<Queries, 'ats.decisionPreview'>['act']

/** What an act would do to these people; more than an address holds are asked for in parts and added up. */
export const usePreview = (ids: readonly string[], act: PreviewedAct | undefined) =>
  useQuery<Preview, Refused>({
    queryKey: ['ats.decisionPreview', { applicationIds: ids, act }],
    enabled: act !== undefined && ids.length > 0,
    staleTime: 0,
    queryFn: async ({ signal }) => {
      const parts = Array.from({ length: Math.ceil(ids.length / 200) }, (_, at) =>
        ids.slice(at * 200, at * 200 + 200),
      )
      const said: Preview[] = []
      for (const part of parts)
        said.push(await ask('ats.decisionPreview', { applicationIds: part as never, act: act! }, signal))
      return said.reduce((all, one) => ({
        will: all.will + one.will,
        skipped: [...all.skipped, ...one.skipped],
        mail:
          all.mail && one.mail
            ? {
                ...all.mail,
                count: all.mail.count + one.mail.count,
                without: [...all.mail.without, ...one.mail.without],
                sendAfter: [all.mail.sendAfter, one.mail.sendAfter].sort()[0]!,
              }
            : (all.mail ?? one.mail),
      }))
    },
  })
