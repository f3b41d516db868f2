import type { OpenDatabase } from '../../src/adapters/database.ts'
import { sql } from '../../src/kernel/sql.ts'
import { codeOf, firstAdmin, type SignedIn, signedIn } from './signed-in.ts'

/** Maren Osei, recruiter, signed in by the password that the first administrator has too. */
export const secondRecruiter = async (url: string, database: OpenDatabase): Promise<SignedIn> => {
  await sql`
    with one as (
      insert into accounts.user_account (id, name, mail, mail_key, password_hash, created_at)
      select gen_random_uuid(), 'Maren Osei', 'maren@northwind.example', 'maren@northwind.example', password_hash, now()
      from accounts.user_account limit 1 returning id)
    insert into accounts.user_role (user_id, role) select id, 'recruiter' from one`.execute(database.write)
  let cookie = ''
  const auth = async (path: string, body: object = {}) => {
    const response = await fetch(`${url}/auth/${path}`, {
      method: 'POST',
      headers: { cookie, 'x-throughline': 'test', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const answer = (await response.json()) as { ok: boolean; value: { stage?: string; secret?: string } }
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie
    return answer.value
  }
  const { stage } = await auth('sign-in', { mail: 'maren@northwind.example', password: firstAdmin.password })
  if (stage === 'enrolment') {
    const { secret } = await auth('second-factor/offer')
    await auth('second-factor/confirm', { code: codeOf(secret!) })
  }
  return signedIn(url, cookie)
}
