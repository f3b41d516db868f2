import { auth } from '../api/auth.ts'

/** Ends the session; everything cached leaves with the page. */
export const signOut = async (): Promise<void> => {
  await auth('sign-out')
  // Drafts are kept for a reload of the tab, not for whoever sits down here next.
  sessionStorage.clear()
  location.assign('/app/sign-in')
}
