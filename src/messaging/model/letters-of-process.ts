import { type DefaultTemplate, letter as one } from './letter.ts'

/** What people in process, and visitors who asked for a link, are told. */
export const lettersOfProcess: readonly DefaultTemplate[] = [
  one(
    'application-received',
    'Application received',
    'en',
    'We have your application: {{ job.title }}',
    `Hello {{ candidate.first_name }},

your application for {{ job.title }} is with us, and a person will read it. You hear from us by {{ application.date }}.

Your page shows where it stands, at any time. There you can also add a file, correct what we stored, or withdraw:
{{ application.link }}

You can simply answer this mail.

{{ organisation.name }}`,
  ),
  one(
    'application-received',
    'Bewerbung erhalten',
    'de',
    'Deine Bewerbung ist da: {{ job.title }}',
    `Hallo {{ candidate.first_name }},

deine Bewerbung als {{ job.title }} ist bei uns, und ein Mensch wird sie lesen. Du hörst von uns bis {{ application.date }}.

Deine Seite zeigt jederzeit, wo sie steht. Dort kannst du auch eine Datei nachreichen, Angaben berichtigen oder die Bewerbung zurückziehen:
{{ application.link }}

Du kannst auf diese Mail einfach antworten.

{{ organisation.name }}`,
  ),
  one(
    'application-received',
    'Sollicitatie ontvangen',
    'nl',
    'Je sollicitatie is binnen: {{ job.title }}',
    `Hallo {{ candidate.first_name }},

je sollicitatie voor {{ job.title }} is bij ons binnen en wordt door een mens gelezen. Je hoort van ons vóór {{ application.date }}.

Op je eigen pagina zie je altijd hoe het ervoor staat. Daar kun je ook een bestand toevoegen, gegevens verbeteren of je terugtrekken:
{{ application.link }}

Je kunt deze mail gewoon beantwoorden.

{{ organisation.name }}`,
  ),
  one(
    'application-advanced',
    'Next step',
    'en',
    'Next step: {{ job.title }}',
    `Hello {{ candidate.first_name }},

we have read your application for {{ job.title }} and want to go on with you.

What happens next, and who does it, stands on your page:
{{ application.link }}

{{ organisation.name }}`,
  ),
  one(
    'application-advanced',
    'Nächster Schritt',
    'de',
    'Nächster Schritt: {{ job.title }}',
    `Hallo {{ candidate.first_name }},

wir haben deine Bewerbung als {{ job.title }} gelesen und möchten mit dir weitermachen.

Was als Nächstes geschieht und wer es tut, steht auf deiner Seite:
{{ application.link }}

{{ organisation.name }}`,
  ),
  one(
    'application-advanced',
    'Volgende stap',
    'nl',
    'Volgende stap: {{ job.title }}',
    `Hallo {{ candidate.first_name }},

we hebben je sollicitatie voor {{ job.title }} gelezen en gaan graag met je verder.

Wat er nu gebeurt, en wie dat doet, staat op je pagina:
{{ application.link }}

{{ organisation.name }}`,
  ),
  one(
    'rejection-after-review',
    'No, after reading',
    'en',
    'Your application for {{ job.title }}: a no this time',
    `Hello {{ candidate.first_name }},

we will not go on with your application of {{ application.date }} for {{ job.title }}. Thank you for the time you put into it: a person read all of it.

You can ask us why, or tell us that we missed something, by answering this mail. Your page keeps what you sent, and you can have it deleted there:
{{ application.link }}

{{ organisation.name }}`,
  ),
  one(
    'rejection-after-review',
    'Absage nach dem Lesen',
    'de',
    'Deine Bewerbung als {{ job.title }}: diesmal ein Nein',
    `Hallo {{ candidate.first_name }},

mit deiner Bewerbung vom {{ application.date }} als {{ job.title }} gehen wir nicht weiter. Danke für die Zeit, die darin steckt: Ein Mensch hat sie ganz gelesen.

Frag uns gern nach dem Grund oder sag uns, was wir übersehen haben: Antworte einfach auf diese Mail. Deine Seite behält, was du geschickt hast, und dort kannst du es löschen lassen:
{{ application.link }}

{{ organisation.name }}`,
  ),
  one(
    'rejection-after-review',
    'Nee, na het lezen',
    'nl',
    'Je sollicitatie voor {{ job.title }}: deze keer een nee',
    `Hallo {{ candidate.first_name }},

we gaan niet verder met je sollicitatie van {{ application.date }} voor {{ job.title }}. Dank voor de tijd die je erin stak: een mens heeft alles gelezen.

Vraag ons gerust waarom, of zeg wat we over het hoofd zagen, door deze mail te beantwoorden. Je pagina bewaart wat je stuurde, en daar kun je het laten wissen:
{{ application.link }}

{{ organisation.name }}`,
  ),
  one(
    'rejection-after-interview',
    'No, after talking',
    'en',
    'After our talk about {{ job.title }}: a no this time',
    `Hello {{ candidate.first_name }},

thank you for talking with us about {{ job.title }}. We decided not to go on with your application.

You gave us your time, so you can have our reasons: answer this mail and the person who decided will tell you. You can also object there. What you sent stays on your page until you have it deleted:
{{ application.link }}

{{ organisation.name }}`,
  ),
  one(
    'rejection-after-interview',
    'Absage nach dem Gespräch',
    'de',
    'Nach unserem Gespräch über {{ job.title }}: diesmal ein Nein',
    `Hallo {{ candidate.first_name }},

danke für das Gespräch über {{ job.title }}. Wir haben entschieden, mit deiner Bewerbung nicht weiterzugehen.

Du hast uns deine Zeit gegeben, also bekommst du unsere Gründe: Antworte auf diese Mail, und wer entschieden hat, nennt sie dir. So kannst du auch widersprechen. Was du geschickt hast, bleibt auf deiner Seite, bis du es löschen lässt:
{{ application.link }}

{{ organisation.name }}`,
  ),
  one(
    'position-closed',
    'Job closed',
    'en',
    '{{ job.title }} is closed',
    `Hello {{ candidate.first_name }},

we have closed the job {{ job.title }}, so your application of {{ application.date }} ends here. That says nothing about you.

Your page keeps what you sent; you can have it deleted there:
{{ application.link }}

{{ organisation.name }}`,
  ),
  one(
    'position-closed',
    'Stelle geschlossen',
    'de',
    '{{ job.title }} ist geschlossen',
    `Hallo {{ candidate.first_name }},

wir haben die Stelle {{ job.title }} geschlossen; damit endet auch deine Bewerbung vom {{ application.date }}. Das sagt nichts über dich.

Deine Seite behält, was du geschickt hast; dort kannst du es löschen lassen:
{{ application.link }}

{{ organisation.name }}`,
  ),
  one(
    'withdrawal-confirmed',
    'Withdrawal confirmed',
    'en',
    'You withdrew: {{ job.title }}',
    `Hello {{ candidate.first_name }},

you withdrew your application for {{ job.title }}. Nobody will write to you about it any more.

If it was a mistake, answer this mail. What is stored you find, and can delete, on your page:
{{ application.link }}

{{ organisation.name }}`,
  ),
  one(
    'withdrawal-confirmed',
    'Rückzug bestätigt',
    'de',
    'Zurückgezogen: {{ job.title }}',
    `Hallo {{ candidate.first_name }},

du hast deine Bewerbung als {{ job.title }} zurückgezogen. Dazu schreibt dir niemand mehr.

War es ein Versehen, antworte auf diese Mail. Was gespeichert ist, findest du auf deiner Seite und kannst es dort löschen:
{{ application.link }}

{{ organisation.name }}`,
  ),
  one(
    'own-page-link',
    'Link to the own page',
    'en',
    'Your link: {{ job.title }}',
    `Hello {{ candidate.first_name }},

somebody, probably you, asked for a link to your page at {{ organisation.name }}. It opens once, within 14 days:
{{ application.link }}

If it was not you, do nothing. Nobody else got this link.

{{ organisation.name }}`,
    'service',
  ),
  one(
    'own-page-link',
    'Link zur eigenen Seite',
    'de',
    'Dein Link: {{ job.title }}',
    `Hallo {{ candidate.first_name }},

jemand, wahrscheinlich du, hat um einen Link zu deiner Seite bei {{ organisation.name }} gebeten. Er öffnet sie einmal, innerhalb von 14 Tagen:
{{ application.link }}

Warst du es nicht, ist nichts zu tun. Niemand sonst hat diesen Link bekommen.

{{ organisation.name }}`,
    'service',
  ),
  one(
    'draft-link',
    'Link to a kept form',
    'en',
    'Go on with your application: {{ job.title }}',
    `Hello,

here is the form for {{ job.title }} as you left it:
{{ application.link }}

Nothing has been sent to the team. We delete the form if you do not come back.

{{ organisation.name }}`,
    'service',
  ),
  one(
    'draft-link',
    'Link zum angefangenen Formular',
    'de',
    'Deine angefangene Bewerbung: {{ job.title }}',
    `Hallo,

hier ist das Formular für {{ job.title }}, wie du es verlassen hast:
{{ application.link }}

Das Team hat noch nichts davon bekommen. Kommst du nicht zurück, löschen wir es.

{{ organisation.name }}`,
    'service',
  ),
]
