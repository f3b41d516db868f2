import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { DateText } from '../../../design/parts/DateText.tsx'
import { BottomBar } from '../../../design/parts/Page.tsx'
import { FormFields, WideField } from '../../../design/parts/Rows.tsx'
import { Refused } from '../../../design/parts/States.tsx'
import { useCall } from '../../api/use-ask.ts'
import { useMay } from '../../frame/me.ts'
import { choicesFrom, employmentSays, workplaceSays } from '../jobs/job-words.ts'
import { Remarks } from '../jobs/Remarks.tsx'
import { Form } from './Form.tsx'
import { PayFields } from './PayFields.tsx'
import { Places } from './Places.tsx'
import { Preview } from './Preview.tsx'
import styles from './setup.module.css'
import { type PostingDraft, usePosting } from './use-posting.ts'

/** One posting: its text and form at the left, what readers see and what the law says at the right. */
export const PostingEditor = ({ posting }: { readonly posting: PostingDraft }) => {
  const { content, remarks, refusal, savedAt, state, change } = usePosting(posting)
  const mayPublish = useMay('ats.publishPostings')
  const freshens = ['ats.postingDraft', 'ats.job', 'ats.jobs'] as const
  const publish = useCall('ats.publishPosting', { freshens })
  const close = useCall('ats.closePostings', { freshens })
  const blocks = remarks.filter((remark) => remark.weight === 'blocks').length
  const isLive = posting.state === 'live' && posting.liveVersion === posting.version && state === 'saved'
  const next = posting.publishedAt === null ? posting.version : posting.version + 1
  return (
    <>
      <div className={styles.posting}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
        <section className={styles.editor} aria-label="Text and form" tabIndex={0}>
          <FormFields columns={2}>
            <WideField>
              <TextInput
                label="Title"
                value={content.title}
                maxLength={200}
                onChange={(event) => change({ title: event.currentTarget.value })}
              />
            </WideField>
            <WideField>
              <TextInput
                label="In one sentence"
                value={content.summary ?? ''}
                maxLength={500}
                onChange={(event) => change({ summary: event.currentTarget.value || undefined } as never)}
              />
            </WideField>
            <WideField>
              <Textarea
                label="Text"
                description="A line that begins with # starts a passage, one with - an entry of a list."
                value={content.body}
                autosize
                minRows={10}
                maxRows={30}
                onChange={(event) => change({ body: event.currentTarget.value })}
              />
            </WideField>
            <WideField>
              <PayFields value={content.pay} onChange={(pay) => change({ pay: pay ?? undefined } as never)} />
            </WideField>
            <WideField>
              <Textarea
                label="What one gets besides"
                value={content.benefits ?? ''}
                autosize
                minRows={2}
                maxLength={4000}
                onChange={(event) => change({ benefits: event.currentTarget.value || undefined } as never)}
              />
            </WideField>
            <Select
              label="Work is done"
              data={choicesFrom(workplaceSays)}
              value={content.workplace}
              allowDeselect={false}
              onChange={(workplace) => change({ workplace: workplace as typeof content.workplace })}
            />
            <Select
              label="Employment"
              data={choicesFrom(employmentSays)}
              value={content.employmentType}
              allowDeselect={false}
              onChange={(type) => change({ employmentType: type as typeof content.employmentType })}
            />
            <Select
              label="Language"
              data={languages}
              value={content.language}
              allowDeselect={false}
              searchable
              onChange={(language) => change({ language: language ?? 'en' })}
            />
            <TextInput
              label="Last day to apply"
              type="date"
              value={content.applyUntil ?? ''}
              onChange={(event) => change({ applyUntil: event.currentTarget.value || undefined } as never)}
            />
          </FormFields>
          <Places places={content.locations} onChange={(locations) => change({ locations })} />
          <Form form={content.form} onChange={(form) => change({ form })} />
        </section>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
        <section className={styles.aside} aria-label="Preview and remarks" tabIndex={0}>
          <Preview content={content} steps={posting.steps} />
          <div className={styles.margin}>
            <p className={styles.quiet}>
              Read against the law of{' '}
              {[...new Set(content.locations.map((place) => place.country))].join(', ')}
            </p>
            {remarks.length === 0 ? (
              <p className={styles.quiet}>
                Nothing to change. The notice on data and the steps are added by themselves.
              </p>
            ) : (
              <Remarks remarks={remarks} />
            )}
            <p className={styles.quiet}>Versions</p>
            <ol>
              {posting.versions.map((one) => (
                <li key={one.version} className={styles.quiet}>
                  {one.version}
                  {one.version === posting.liveVersion
                    ? ', live'
                    : one.publishedAt
                      ? ', was live'
                      : ', draft'}
                  , <DateText at={one.publishedAt ?? one.savedAt} />
                </li>
              ))}
            </ol>
          </div>
        </section>
      </div>
      <BottomBar>
        <span>
          {state === 'saved' ? (
            <>
              Saved <DateText at={savedAt} />
            </>
          ) : state === 'saving' ? (
            'Saving…'
          ) : (
            'Not saved yet'
          )}
          {blocks > 0 && `. ${blocks} to change before it can be published.`}
          {posting.liveVersion !== null &&
            !isLive &&
            ` Version ${posting.liveVersion} stays live until then.`}
        </span>
        {(refusal ?? publish.refusal ?? close.refusal) && (
          <Refused>{(refusal ?? publish.refusal ?? close.refusal)!.says}</Refused>
        )}
        <span style={{ marginInlineStart: 'auto', display: 'flex', gap: 8 }}>
          {posting.state === 'live' && (
            <>
              <Button component="a" href={`/careers/jobs/${posting.slug}`} target="_blank" rel="noreferrer">
                See it live
              </Button>
              {mayPublish && (
                <Button
                  loading={close.running}
                  onClick={() => void close.run({ postingIds: [posting.postingId] })}
                >
                  Take it off the site
                </Button>
              )}
            </>
          )}
          {mayPublish && (
            <Button
              variant="filled"
              disabled={blocks > 0 || state !== 'saved' || isLive}
              loading={publish.running}
              onClick={() => void publish.run({ postingId: posting.postingId })}
            >
              {isLive ? 'Live' : `Publish version ${posting.publishedAt === null ? posting.version : next}`}
            </Button>
          )}
        </span>
      </BottomBar>
    </>
  )
}

const languages = [
  ['en', 'English'],
  ['de', 'Deutsch'],
  ['nl', 'Nederlands'],
  ['pl', 'Polski'],
  ['fr', 'Français'],
  ['es', 'Español'],
  ['it', 'Italiano'],
  ['pt', 'Português'],
].map(([value, label]) => ({ value: value!, label: label! }))
