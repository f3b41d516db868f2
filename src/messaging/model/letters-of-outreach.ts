import { type DefaultTemplate, letter as one } from './letter.ts'

/** What people are written who have not applied. */
export const lettersOfOutreach: readonly DefaultTemplate[] = [
  one(
    'first-hello',
    'First hello',
    'en',
    'A job that may fit you: {{ job.title }}',
    `Hello {{ candidate.first_name }},

I look for people for {{ job.title }} at {{ organisation.name }}, and your work made me think of you. Would you like to hear more?

A no is fine too, and I will not ask again.

{{ sender.full_name }}`,
    'outreach',
  ),
  one(
    'ask-to-apply',
    'Ask to apply',
    'en',
    'Would you apply? {{ job.title }}',
    `Hello {{ candidate.first_name }},

we look for somebody for {{ job.title }}, and we thought of you. Read what it is about; if you like it, apply there. It takes a few minutes, and you see at any time where you stand:
{{ job.link }}

A question first? Answer this mail. A no is fine too.

{{ sender.full_name }}
{{ organisation.name }}`,
    'outreach',
  ),
  one(
    'ask-to-apply',
    'Um Bewerbung bitten',
    'de',
    'Magst du dich bewerben? {{ job.title }}',
    `Hallo {{ candidate.first_name }},

wir suchen jemanden als {{ job.title }} und haben dabei an dich gedacht. Lies, worum es geht; wenn es dir gefällt, bewirb dich dort. Es dauert ein paar Minuten, und du siehst jederzeit, wo du stehst:
{{ job.link }}

Erst eine Frage? Antworte auf diese Mail. Ein Nein ist auch in Ordnung.

{{ sender.full_name }}
{{ organisation.name }}`,
    'outreach',
  ),
  one(
    'ask-to-apply',
    'Vragen om te solliciteren',
    'nl',
    'Wil je solliciteren? {{ job.title }}',
    `Hallo {{ candidate.first_name }},

we zoeken iemand voor {{ job.title }} en dachten aan jou. Lees waar het om gaat; als het je aanspreekt, solliciteer dan daar. Het kost een paar minuten, en je ziet altijd hoe het ervoor staat:
{{ job.link }}

Eerst een vraag? Beantwoord deze mail. Nee zeggen mag ook.

{{ sender.full_name }}
{{ organisation.name }}`,
    'outreach',
  ),
]
