import { given, html } from '../html.ts'
import type { Reader } from '../model/reader.ts'
import { paths } from '../paths.ts'
import { page } from './layout.ts'
import { band } from './parts.ts'
import type { Site } from './site.ts'
import { wordsIn } from './words.ts'

/** A page that could not be shown as asked: what happened, what is safe, what to do. */
export type Notice =
  /** 404: also for what exists but is somebody else's. */
  | { readonly kind: 'not-found' }
  /** 429. */
  | { readonly kind: 'too-many'; readonly retryInMinutes: number }
  /** 413. */
  | { readonly kind: 'too-large'; readonly mostMegabytes: number }
  /** 422: a scanner found malware in a file. */
  | { readonly kind: 'malware' }
  /** 503: the scanner does not answer, and nothing is let in unlooked at. */
  | { readonly kind: 'not-scanned' }
  /** 403: posted from another site, or from a page left open too long. */
  | { readonly kind: 'stale-form' }
  /** 500; the reference stands in the log too. */
  | { readonly kind: 'our-fault'; readonly reference: string }

export const noticePage = (notice: Notice, site: Site, reader: Reader): string => {
  const words = wordsIn(reader.lang, { en: english })
  const heading = words.heading[notice.kind]
  return page(site, reader, {
    title: heading,
    main: band({
      heading,
      lead: words.lead(notice),
      rest: html`<p class="acts"><a class="btn" href="${paths.home()}">${words.home}</a> ${given(
        site.organisation.contactMail,
        (mail) => html`<a class="btn bare" href="mailto:${mail}">${words.write}</a>`,
      )}</p>`,
    }),
  })
}

const english = {
  heading: {
    'not-found': 'There is no such page',
    'too-many': 'That was a lot at once',
    'too-large': 'That file is too large',
    malware: 'We could not take this file',
    'not-scanned': 'We could not check this file',
    'stale-form': 'This page was open too long',
    'our-fault': 'Something broke on our side',
  },
  lead: (notice: Notice): string => {
    switch (notice.kind) {
      case 'not-found':
        return 'The address may be mistyped, or the page is no longer there. All open jobs are on the careers page.'
      case 'too-many':
        return `To keep machines out we accept only so much from one place. Nothing you sent before is lost. Please try again in ${notice.retryInMinutes} ${
          notice.retryInMinutes === 1 ? 'minute' : 'minutes'
        }.`
      case 'too-large':
        return `We take files of up to ${notice.mostMegabytes} MB. Go back, and everything else you wrote is still there; a link to your résumé is fine too.`
      case 'malware':
        return 'Our scanner takes it for malware. Please send it in another format; nothing else was changed.'
      case 'not-scanned':
        return 'Every file is checked for malware first, and the check does not answer just now. Please send it again in some minutes; nothing was changed.'
      case 'stale-form':
        return 'Go back, load the page again and send it once more. Nothing was changed.'
      case 'our-fault':
        return `What you sent may not have arrived. Please go back and send it again: the same application twice counts once. Reference ${notice.reference}.`
    }
  },
  home: 'To the careers page',
  write: 'Write to us',
}
