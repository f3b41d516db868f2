import { describe, expect, test } from 'vitest'
import { atomFeed } from '../../src/careers/feeds/atom.ts'
import { indeedFeed } from '../../src/careers/feeds/indeed.ts'
import { robots, sitemap } from '../../src/careers/feeds/sitemap.ts'
import { now, posting, postings, site } from './examples.ts'

const numbersOf = (feed: string) =>
  [...feed.matchAll(/<referencenumber><!\[CDATA\[(.*?)\]\]>/g)].map((one) => one[1])

describe('the feed for job boards', () => {
  test('holds every open job once per place, with its pay and the date of the page', () => {
    const feed = indeedFeed(postings, now, site)
    expect(feed.match(/<job>/g)).toHaveLength(3)
    expect(feed).toContain('<date><![CDATA[2026-11-09]]></date>')
    expect(feed).toContain('<salary><![CDATA[EUR 62000 - 78000 per year]]></salary>')
    expect(feed).toContain(
      '<url><![CDATA[https://careers.northwind.example/careers/jobs/motion-control-engineer]]></url>',
    )
  })

  test('gives two places two numbers, and keeps them when the job is edited or places are reordered', () => {
    const two = { ...posting, places: [...posting.places, { town: 'Leeds', country: 'GB' }] }
    const numbers = numbersOf(indeedFeed([two], now, site))
    expect(new Set(numbers).size).toBe(2)
    const edited = { ...two, title: 'Another title', places: two.places.toReversed(), changedAt: now }
    expect(numbersOf(indeedFeed([edited], now, site)).toSorted()).toEqual(numbers.toSorted())
  })

  test('splits the one sequence that ends CDATA and drops what XML cannot hold', () => {
    const feed = indeedFeed([{ ...posting, title: 'a ]]> b \u0000\u000b\ud800\ufffe c' }], now, site)
    expect(feed).toContain('<title><![CDATA[a ]]]]><![CDATA[> b \ufffd c]]></title>')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    expect(feed).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/)
  })
})

test('the Atom feed escapes what is written in it', () => {
  const feed = atomFeed([{ ...posting, title: '</title><b>&amp; "x"' }], now, site)
  expect(feed).toContain('<title>&lt;/title&gt;&lt;b&gt;&amp;amp; &quot;x&quot;</title>')
  expect(feed).toContain('<updated>2026-11-22T20:14:00Z</updated>')
})

test('the sitemap lists the open jobs and robots find it', () => {
  const map = sitemap(postings, now, site)
  expect(map.match(/<url>/g)).toHaveLength(4)
  expect(map).toContain('<lastmod>2026-11-09T08:00:00Z</lastmod>')
  expect(robots(site)).toContain('Sitemap: https://careers.northwind.example/careers/sitemap.xml')
  expect(robots(site)).toContain('Disallow: /careers/me')
})
