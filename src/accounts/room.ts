import { defineRoom } from '../kernel/room.ts'
import { accountsFacts } from './model/facts.ts'
import { accountsPermissions } from './model/permissions.ts'
import { changeOrganisation } from './organisation/change-organisation.ts'
import { isSetUp } from './organisation/is-set-up.ts'
import { officeList } from './organisation/office-list.ts'
import { publicFace } from './organisation/public-face.ts'
import { closeOffices, saveOffices } from './organisation/save-offices.ts'
import { setUpOrganisation } from './organisation/set-up-organisation.ts'
import { changeSettings, settingList } from './organisation/settings.ts'
import { takeSeat } from './organisation/take-seat.ts'
import { apiTokens, createApiToken, revokeApiTokens } from './own/api-tokens.ts'
import { forgetAnswers } from './own/forget-answers.ts'
import { notifications, readNotifications } from './own/notifications.ts'
import { dropViews, savedViews, saveViewAs } from './own/saved-views.ts'
import { whenNightForgetAnswers } from './own/when-night-forget-answers.ts'
import type { AccountsPorts } from './ports.ts'
import { confirmSecondFactor } from './second-factor/confirm-second-factor.ts'
import { offerSecondFactor } from './second-factor/offer-second-factor.ts'
import { passSecondFactor } from './second-factor/pass-second-factor.ts'
import { removeSecondFactors } from './second-factor/remove-second-factors.ts'
import { giveNewRecoveryCodes } from './second-factor/renew-recovery-codes.ts'
import { invitationOf, joinByInvitation } from './sign-in/accept-invitation.ts'
import { changePassword } from './sign-in/change-password.ts'
import { endSessions } from './sign-in/end-sessions.ts'
import { forgetOldSignIns } from './sign-in/forget-old-sign-ins.ts'
import { sessionHolder, tokenHolder } from './sign-in/holder.ts'
import { issueLink } from './sign-in/issue-link.ts'
import { noteSeen } from './sign-in/note-seen.ts'
import { openLinks } from './sign-in/open-links.ts'
import { requestPasswordReset } from './sign-in/request-password-reset.ts'
import { resetPassword } from './sign-in/reset-password.ts'
import { sessions } from './sign-in/sessions.ts'
import { signIn } from './sign-in/sign-in.ts'
import { signInByProvider } from './sign-in/sign-in-by-provider.ts'
import { signOut } from './sign-in/sign-out.ts'
import { whenLinkIsAskedMailIt } from './sign-in/when-link-is-asked-mail-it.ts'
import { whenNightForgetOldSignIns } from './sign-in/when-night-forget-old-sign-ins.ts'
import { changePermissions, permissionDepartures } from './users/change-permissions.ts'
import { changeProfile } from './users/change-profile.ts'
import { changeRoles } from './users/change-roles.ts'
import { disableUsers, enableUsers } from './users/disable-users.ts'
import { invitations, inviteUsers, takeBackInvitations } from './users/invite-users.ts'
import { me } from './users/me.ts'
import { users } from './users/users.ts'

export const accounts = (ports: AccountsPorts) =>
  defineRoom({
    name: 'accounts',
    commands: [
      setUpOrganisation(ports),
      takeSeat(ports),
      signIn(ports),
      passSecondFactor(ports),
      offerSecondFactor(ports),
      confirmSecondFactor(ports),
      giveNewRecoveryCodes(ports),
      signOut(ports),
      changePassword(ports),
      requestPasswordReset(ports),
      resetPassword(ports),
      joinByInvitation(ports),
      signInByProvider(ports),
      issueLink(ports),
      createApiToken(ports),
      inviteUsers(ports),
      noteSeen,
      forgetOldSignIns,
      forgetAnswers,
      endSessions,
      removeSecondFactors,
      takeBackInvitations,
      changeRoles,
      disableUsers,
      enableUsers,
      changePermissions,
      changeProfile,
      changeOrganisation,
      saveOffices,
      closeOffices,
      changeSettings,
      revokeApiTokens,
      readNotifications,
      saveViewAs,
      dropViews,
    ],
    queries: [
      sessionHolder(ports),
      tokenHolder(ports),
      invitationOf(ports),
      openLinks(ports),
      isSetUp,
      publicFace,
      me,
      users,
      invitations,
      sessions,
      permissionDepartures,
      officeList,
      settingList,
      apiTokens,
      notifications,
      savedViews,
    ],
    facts: accountsFacts,
    permissions: accountsPermissions,
    reactions: [whenLinkIsAskedMailIt(ports)],
    schedules: [whenNightForgetOldSignIns, whenNightForgetAnswers],
  } as const)
