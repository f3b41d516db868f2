import { auth } from '../api/auth.ts'

/** Ends the session; everything cached leaves with the page. */
export const signOut = async (): Promise<void> => {
  await auth('sign-out')
  location.assign('/app/sign-in')
}
