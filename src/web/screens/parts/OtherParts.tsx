import { Button, Checkbox, Radio, Select, Switch, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Chip } from '../../../design/parts/Chip.tsx'
import { Composer } from '../../../design/parts/Composer.tsx'
import { Dialog } from '../../../design/parts/Dialog.tsx'
import { Face, Faces } from '../../../design/parts/Face.tsx'
import { KeyCap } from '../../../design/parts/KeyCap.tsx'
import { MoneyText } from '../../../design/parts/MoneyText.tsx'
import { PageBody } from '../../../design/parts/Page.tsx'
import {
  BandHead,
  FormFields,
  HairlineList,
  Row,
  SectionHead,
  WideField,
} from '../../../design/parts/Rows.tsx'
import { EmptyState, ErrorState, Refused, RowSkeletons } from '../../../design/parts/States.tsx'
import { TurnMark } from '../../../design/parts/TurnMark.tsx'
import { offerUndo } from '../../../design/parts/UndoBar.tsx'
import { SampleThread } from './SampleThread.tsx'
import { people } from './sample.ts'

export const OtherParts = () => {
  const [asked, setAsked] = useState(false)
  const [text, setText] = useState('Hi Hà, yes to both. Bring the laptop; nothing has to leave it.')
  return (
    <PageBody padded>
      <SectionHead title="Buttons" says="one filled a view">
        <Button onClick={() => setAsked(true)}>Dialog</Button>
      </SectionHead>
      <p style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
        <Button variant="filled" rightSection={<KeyCap keys="a" />}>
          Move on
        </Button>
        <Button
          rightSection={<KeyCap keys="s" />}
          onClick={() =>
            offerUndo({
              says: 'Rejected Mateusz Kowalczyk',
              follows: 'Letter waits until Mon 09:00',
              undo: () => undefined,
            })
          }
        >
          Reject
        </Button>
        <Button variant="subtle">Debrief</Button>
        <Button disabled>Post version 4</Button>
        <Button data-destructive>Erase</Button>
      </p>
      <SectionHead title="Words" />
      <p style={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 12 }}>
        <TurnMark whose="us">read application</TurnMark>
        <TurnMark whose="them">pick a time</TurnMark>
        <TurnMark whose="overdue">2 d, tell him</TurnMark>
        <Chip tone="ats">Applicant</Chip>
        <Chip tone="good">Hired</Chip>
        <Chip tone="bad">Do not contact</Chip>
        <MoneyText from={62000} to={78000} currency="EUR" />
        <Faces people={people.slice(0, 7)} />
      </p>
      <SectionHead title="Duties" count={2} />
      <HairlineList label="Duties">
        <Row
          lead={<Face id="a" name="Rajeswari Sundaram" />}
          title="Rajeswari Sundaram"
          under="Motion Control Engineer"
          end={<Button>Write to her</Button>}
        />
        <Row
          lead={<Face id="b" name="Ελένη Καραγιάννη" />}
          title="Ελένη Καραγιάννη"
          under="Mapping Lead, Kestrel"
          end={<Button variant="filled">To offer</Button>}
          current
        />
      </HairlineList>
      <BandHead count={3}>Today</BandHead>
      <RowSkeletons rows={2} />
      <SectionHead title="Form" />
      <FormFields columns={2}>
        <TextInput label="Your name, as you write it" defaultValue="Solveig Bjørnstad" />
        <TextInput
          label="Your mail"
          error="This mail has no domain. Add what stands after the @."
          defaultValue="solveig@"
        />
        <Select
          label="Office"
          description="and the rules that come with it"
          data={['Bergen, Norway', 'Gdańsk, Poland']}
          defaultValue="Bergen, Norway"
        />
        <div>
          <Radio label="One job" name="begin" defaultChecked />
          <Checkbox mt={8} label="Needs a personal line" defaultChecked />
          <Switch mt={8} label="Confidential" />
        </div>
        <WideField>
          <Textarea label="Why, in one line" placeholder="Kept with the decision" />
        </WideField>
      </FormFields>
      <SectionHead title="Thread" />
      <SampleThread />
      <Composer
        label="Answer"
        text={text}
        onText={setText}
        guard="Process mail, allowed now"
        undoable="Can be undone for 10 s"
        onSend={() => undefined}
      />
      <Refused>3 have not applied, so there is nothing to reject.</Refused>
      <EmptyState
        title="No pools yet"
        teaches="A pool keeps the people you would hire when a seat opens. Start with finalists of past jobs."
      >
        <Button variant="filled">Make a pool</Button>
      </EmptyState>
      <ErrorState
        happened="The list could not be loaded"
        safe="Nothing was changed."
        todo="Try again in a moment."
      >
        <Button>Try again</Button>
      </ErrorState>
      <Dialog
        opened={asked}
        onClose={() => setAsked(false)}
        title="Reject 200 applications"
        act={<Button variant="filled">Reject 193</Button>}
      >
        193 will get the letter on Monday at 09:00; 7 are skipped, each for a reason.
      </Dialog>
    </PageBody>
  )
}
