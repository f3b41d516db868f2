import { paths } from '../paths.ts'
import type { Posting } from '../postings/posting.ts'
import type { Site } from '../site/site.ts'
import { escaped } from './xml.ts'

/** The careers page and every open job with the instant it last changed (sitemaps.org); a closed job is not in it. */
export const sitemap = (
  postings: readonly Pick<Posting, 'slug' | 'changedAt'>[],
  changedAt: string,
  site: Site,
): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${[
  { path: paths.home(), changedAt },
  ...postings.map((one) => ({ path: paths.job(one.slug), changedAt: one.changedAt })),
]
  .map(
    (one) => `<url><loc>${escaped(site.baseUrl + one.path)}</loc><lastmod>${one.changedAt}</lastmod></url>`,
  )
  .join('\n')}
</urlset>
`

/** What robots may read: the jobs, not the application forms or anybody's own page. */
export const robots = (site: Site): string => `User-agent: *
Disallow: /
Allow: ${paths.home()}
Disallow: ${paths.mine()}
Disallow: /careers/jobs/*/apply
Allow: ${paths.asset('')}
Sitemap: ${site.baseUrl}${paths.sitemap()}
`
