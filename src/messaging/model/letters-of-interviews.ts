import { type DefaultTemplate, letter as one } from './letter.ts'

/** What people are told of the times of their interviews; each carries the entry for their calendar. */
export const lettersOfInterviews: readonly DefaultTemplate[] = [
  one(
    'interview-choose-time',
    'Interview, choose a time',
    'en',
    'Choose a time for your interview: {{ job.title }}',
    `Hello {{ candidate.first_name }},

we would like to talk with you about {{ job.title }}. Choose a time that suits you on your page; all of them are free for everybody who talks with you, and they show on your own clock:
{{ application.link }}

None suits you? Answer this mail and we find one together.

{{ sender.first_name }}
{{ organisation.name }}`,
  ),
  one(
    'interview-choose-time',
    'Gespräch, Zeit wählen',
    'de',
    'Wähl eine Zeit für dein Gespräch: {{ job.title }}',
    `Hallo {{ candidate.first_name }},

wir möchten mit dir über {{ job.title }} sprechen. Wähl auf deiner Seite eine Zeit, die dir passt; alle sind bei denen frei, die mit dir sprechen, und stehen dort nach deiner Uhr:
{{ application.link }}

Keine passt? Antworte auf diese Mail, und wir finden eine.

{{ sender.first_name }}
{{ organisation.name }}`,
  ),
  one(
    'interview-choose-time',
    'Gesprek, tijd kiezen',
    'nl',
    'Kies een tijd voor je gesprek: {{ job.title }}',
    `Hallo {{ candidate.first_name }},

we willen graag met je praten over {{ job.title }}. Kies op je pagina een tijd die je past; ze zijn allemaal vrij bij wie met je praat, en staan er op jouw klok:
{{ application.link }}

Past er geen? Beantwoord deze mail en we vinden er samen een.

{{ sender.first_name }}
{{ organisation.name }}`,
  ),
  one(
    'interview-invitation',
    'Interview, the time',
    'en',
    'Your interview for {{ job.title }}: {{ interview.date }}',
    `Hello {{ candidate.first_name }},

we look forward to talking with you about {{ job.title }}.

When: {{ interview.time }}
Where: {{ interview.place }}
With: {{ interview.people }}

The entry for your calendar is in this mail: accept it there and we know that you come. If the time does not suit you, decline it or answer this mail, and we find another.

Your page shows where your application stands:
{{ application.link }}

{{ sender.first_name }}
{{ organisation.name }}`,
  ),
  one(
    'interview-invitation',
    'Gespräch, der Termin',
    'de',
    'Dein Gespräch als {{ job.title }}: {{ interview.date }}',
    `Hallo {{ candidate.first_name }},

wir freuen uns auf das Gespräch mit dir über {{ job.title }}.

Wann: {{ interview.time }}
Wo: {{ interview.place }}
Mit: {{ interview.people }}

Der Eintrag für deinen Kalender steht in dieser Mail: Sag dort zu, dann wissen wir, dass du kommst. Passt die Zeit nicht, sag dort ab oder antworte auf diese Mail, und wir finden eine andere.

Deine Seite zeigt, wo deine Bewerbung steht:
{{ application.link }}

{{ sender.first_name }}
{{ organisation.name }}`,
  ),
  one(
    'interview-invitation',
    'Gesprek, de tijd',
    'nl',
    'Je gesprek voor {{ job.title }}: {{ interview.date }}',
    `Hallo {{ candidate.first_name }},

we kijken uit naar het gesprek met je over {{ job.title }}.

Wanneer: {{ interview.time }}
Waar: {{ interview.place }}
Met: {{ interview.people }}

De afspraak voor je agenda zit in deze mail: neem hem daar aan, dan weten we dat je komt. Past de tijd niet, wijs hem dan af of beantwoord deze mail, en we zoeken een andere.

Op je pagina zie je hoe je sollicitatie ervoor staat:
{{ application.link }}

{{ sender.first_name }}
{{ organisation.name }}`,
  ),
  one(
    'interview-moved',
    'Interview, another time',
    'en',
    'Another time for your interview: {{ interview.date }}',
    `Hello {{ candidate.first_name }},

your interview for {{ job.title }} is at another time.

Now: {{ interview.time }}
Where: {{ interview.place }}
With: {{ interview.people }}

Your calendar takes the new time from this mail; please accept it there again. If it does not suit you, decline it or answer this mail.

{{ sender.first_name }}
{{ organisation.name }}`,
  ),
  one(
    'interview-moved',
    'Gespräch, andere Zeit',
    'de',
    'Andere Zeit für dein Gespräch: {{ interview.date }}',
    `Hallo {{ candidate.first_name }},

dein Gespräch als {{ job.title }} hat eine andere Zeit.

Jetzt: {{ interview.time }}
Wo: {{ interview.place }}
Mit: {{ interview.people }}

Dein Kalender übernimmt die neue Zeit aus dieser Mail; bitte sag dort noch einmal zu. Passt sie nicht, sag dort ab oder antworte auf diese Mail.

{{ sender.first_name }}
{{ organisation.name }}`,
  ),
  one(
    'interview-moved',
    'Gesprek, andere tijd',
    'nl',
    'Een andere tijd voor je gesprek: {{ interview.date }}',
    `Hallo {{ candidate.first_name }},

je gesprek voor {{ job.title }} is op een andere tijd.

Nu: {{ interview.time }}
Waar: {{ interview.place }}
Met: {{ interview.people }}

Je agenda neemt de nieuwe tijd over uit deze mail; neem hem daar nog eens aan. Past het niet, wijs hem dan af of beantwoord deze mail.

{{ sender.first_name }}
{{ organisation.name }}`,
  ),
  one(
    'interview-cancelled',
    'Interview called off',
    'en',
    'Your interview on {{ interview.date }} does not take place',
    `Hello {{ candidate.first_name }},

your interview for {{ job.title }} on {{ interview.time }} does not take place. We are sorry for the trouble; the entry leaves your calendar with this mail. We write to you about how it goes on.

{{ sender.first_name }}
{{ organisation.name }}`,
  ),
  one(
    'interview-cancelled',
    'Gespräch abgesagt',
    'de',
    'Dein Gespräch am {{ interview.date }} findet nicht statt',
    `Hallo {{ candidate.first_name }},

dein Gespräch als {{ job.title }}, {{ interview.time }}, findet nicht statt. Bitte entschuldige die Mühe; der Eintrag verlässt deinen Kalender mit dieser Mail. Wir schreiben dir, wie es weitergeht.

{{ sender.first_name }}
{{ organisation.name }}`,
  ),
  one(
    'interview-cancelled',
    'Gesprek afgezegd',
    'nl',
    'Je gesprek op {{ interview.date }} gaat niet door',
    `Hallo {{ candidate.first_name }},

je gesprek voor {{ job.title }}, {{ interview.time }}, gaat niet door. Excuses voor de moeite; de afspraak verdwijnt met deze mail uit je agenda. We schrijven je hoe het verdergaat.

{{ sender.first_name }}
{{ organisation.name }}`,
  ),
]
