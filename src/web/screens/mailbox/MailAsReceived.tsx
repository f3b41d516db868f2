import { ActionIcon, Button, Textarea } from '@mantine/core'
import IconArrowLeft from '@tabler/icons-react/dist/esm/icons/IconArrowLeft.mjs'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { DateText } from '../../../design/parts/DateText.tsx'
import { Refused, RowSkeletons } from '../../../design/parts/States.tsx'
import { useAsk, useCall } from '../../api/use-ask.ts'
import inbox from '../inbox/inbox.module.css'
import { LinkedText } from './LinkedText.tsx'
import styles from './mailbox.module.css'

const freshens = [
  'messaging.mailbox',
  'messaging.mailboxMail',
  'messaging.inbox',
  'views.sideBarCounts',
] as const

/** One mail exactly as its reader gets it; its links work, and where no mail comes in one answers as that person. */
export const MailAsReceived = ({
  id,
  canAnswer,
  onBack,
}: {
  readonly id: string
  readonly canAnswer: boolean
  readonly onBack: () => void
}) => {
  const { data: mail, error } = useAsk('messaging.mailboxMail', { id }, { placeholderData: undefined })
  const [answer, setAnswer] = useState('')
  const [answered, setAnswered] = useState(false)
  const hurry = useCall('messaging.sendNow', { freshens })
  const cancel = useCall('messaging.cancelMails', { freshens })
  const reply = useCall('messaging.simulateReply', {
    freshens,
    done: (came) => {
      setAnswered(came.ok)
      if (came.ok) setAnswer('')
    },
  })
  if (error) return <Refused>{error.message}</Refused>
  if (!mail) return <RowSkeletons rows={4} />
  const refusal = hurry.refusal ?? cancel.refusal
  return (
    <section className={inbox.view} aria-label={mail.subject}>
      <div className={inbox.head}>
        <ActionIcon className={inbox.back} aria-label="Back to the list" onClick={onBack}>
          <IconArrowLeft />
        </ActionIcon>
        <div className={inbox.about}>
          <h2>{mail.subject}</h2>
          <p>
            From {mail.from.name} ‹{mail.from.address}› to {mail.to.name} ‹{mail.to.address}›
          </p>
        </div>
        <span className={inbox.acts}>
          {mail.state === 'waiting' && (
            <>
              <span className={styles.leaves}>
                Leaves {mail.sendAfter && <DateText at={mail.sendAfter} as="exact" />}
              </span>
              <Button loading={hurry.running} onClick={() => void hurry.run({ messageIds: [id] })}>
                Send now
              </Button>
              <Button
                data-destructive
                loading={cancel.running}
                onClick={() => void cancel.run({ messageIds: [id] })}
              >
                Cancel
              </Button>
            </>
          )}
          <Button component={Link} to="/inbox" search={{ show: 'all', open: mail.threadId } as never}>
            Conversation
          </Button>
        </span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <div className={inbox.messages} tabIndex={0} role="presentation">
        {refusal && <Refused>{refusal.says}</Refused>}
        <LinkedText text={mail.text} />
        {canAnswer && mail.state === 'sent' && (
          <form
            className={styles.reply}
            onSubmit={(event) => {
              event.preventDefault()
              void reply.run({ messageId: id, text: answer })
            }}
          >
            <Textarea
              label={`Answer as ${mail.to.name || mail.to.address}`}
              description="For trying both sides out: it comes in as if they had written it."
              autosize
              minRows={3}
              value={answer}
              onChange={(event) => setAnswer(event.currentTarget.value)}
            />
            {reply.refusal && <Refused>{reply.refusal.says}</Refused>}
            <span className={inbox.acts}>
              <Button type="submit" variant="filled" loading={reply.running} disabled={answer.trim() === ''}>
                Answer as this person
              </Button>
              {answered && answer === '' && <Sent id={mail.threadId} />}
            </span>
          </form>
        )}
      </div>
    </section>
  )
}

const Sent = ({ id }: { readonly id: string }) => (
  <Link to="/inbox" search={{ show: 'all', open: id } as never} className="said-link">
    See it in the inbox
  </Link>
)
