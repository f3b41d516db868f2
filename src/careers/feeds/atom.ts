import { paths } from '../paths.ts'
import { description } from '../postings/job-posting-markup.ts'
import type { Posting } from '../postings/posting.ts'
import type { Site } from '../site/site.ts'
import { escaped } from './xml.ts'

/** The open jobs as an Atom feed (RFC 4287), newest first. */
export const atomFeed = (
  postings: readonly Posting[],
  changedAt: string,
  site: Site,
): string => `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>${escaped(site.baseUrl + paths.atom())}</id>
<title>${escaped(`${site.organisation.name}: open jobs`)}</title>
<updated>${changedAt}</updated>
<link rel="self" type="application/atom+xml" href="${escaped(site.baseUrl + paths.atom())}"/>
<link rel="alternate" type="text/html" href="${escaped(site.baseUrl + paths.home())}"/>
<author><name>${escaped(site.organisation.name)}</name></author>
${postings.map((posting) => entry(posting, site)).join('')}</feed>
`

const entry = (posting: Posting, site: Site): string => {
  const address = escaped(site.baseUrl + paths.job(posting.slug))
  return `<entry xml:lang="${escaped(posting.lang)}">
<id>${address}</id>
<title>${escaped(posting.title)}</title>
<link rel="alternate" type="text/html" href="${address}"/>
<published>${posting.postedOn}T00:00:00Z</published>
<updated>${posting.changedAt}</updated>
<category term="${escaped(posting.team)}"/>
<summary>${escaped(posting.summary)}</summary>
<content type="html">${escaped(description(posting))}</content>
</entry>
`
}
