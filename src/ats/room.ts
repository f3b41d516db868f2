import { defineRoom } from '../kernel/room.ts'
import { addApplications } from './applications/add-applications.ts'
import { advanceApplications, moveToStage } from './applications/advance-applications.ts'
import { application, applicationsOfCandidate } from './applications/application-page.ts'
import { apply } from './applications/apply.ts'
import { awaitAnswer } from './applications/await-answer.ts'
import { decisionPreview } from './applications/decision-preview.ts'
import { hireApplication } from './applications/hire-application.ts'
import { holdApplications } from './applications/hold-applications.ts'
import { forgetKept, markMissedPromises, wakeHeldApplications } from './applications/keep-promises.ts'
import { noteMailsReceived, noteMailsSent } from './applications/note-mail.ts'
import { rejectApplications } from './applications/reject-applications.ts'
import { applicationDraft, saveApplicationDraft } from './applications/save-draft.ts'
import { setPromise } from './applications/set-promise.ts'
import { transferApplications } from './applications/transfer-applications.ts'
import { undoDecisions, undoOwnWithdrawal } from './applications/undo-decisions.ts'
import { withdrawApplications, withdrawOwnApplication } from './applications/withdraw-application.ts'
import { board, boardIds, boardTable } from './board/board.ts'
import { decided } from './board/decided.ts'
import { funnel, funnelIds, funnelRows } from './board/funnel.ts'
import { bookInterviews } from './interviews/book-interviews.ts'
import { cancelInterviews } from './interviews/cancel-interviews.ts'
import { debrief } from './interviews/debrief.ts'
import { interviewPlan } from './interviews/interview-plan.ts'
import { offerTimes } from './interviews/offer-times.ts'
import { planInterviews } from './interviews/plan-interviews.ts'
import { recordDecision } from './interviews/record-decision.ts'
import { scorecard } from './interviews/scorecard.ts'
import { setInterviewPlan } from './interviews/set-interview-plan.ts'
import { setInterviewers } from './interviews/set-interviewers.ts'
import { saveScorecard, submitScorecard } from './interviews/write-scorecard.ts'
import { changeJob, setStages, setTeam } from './jobs/change-job.ts'
import { closeJob, openJob, putJobOnHold } from './jobs/change-state.ts'
import { copyJob, createJob } from './jobs/create-job.ts'
import { job, jobs } from './jobs/jobs.ts'
import { atsFacts } from './model/facts.ts'
import { atsPermissions } from './model/permissions.ts'
import { handOverOpenings } from './openings/hand-over-openings.ts'
import { openingApprovers } from './openings/opening-approvers.ts'
import { decideOpenings, requestOpenings } from './openings/request-openings.ts'
import { addOwnDocument } from './own-page/add-own-document.ts'
import { chooseTime, ownTimes } from './own-page/choose-time.ts'
import { erasureRequests, settleErasure } from './own-page/erasure-requests.ts'
import {
  candidateSession,
  closeCandidateSession,
  mailNewLink,
  openCandidateLink,
} from './own-page/open-candidate-link.ts'
import { ownApplications } from './own-page/own-applications.ts'
import { askForErasure, correctOwn, ownDownload, writeOwnMessage } from './own-page/own-say.ts'
import { openPostings, posting } from './postings/open-postings.ts'
import { postingDraft } from './postings/posting-draft.ts'
import { closePosting, publishPosting, savePosting } from './postings/save-posting.ts'
import { everyReason, reasons, setReasons } from './reasons/reasons.ts'
import {
  keepReviewing,
  releaseFromReview,
  reviewItem,
  reviewQueue,
  reviewStanding,
  takeForReview,
} from './review/review-queue.ts'
import { atsSchedules } from './when-clock-strikes-keep-promises.ts'
import { whenMailReceivedTakeTurn, whenMailSentNoteLastWord } from './when-mail-moves-note-whose-turn.ts'

/** From the application on: jobs, openings, postings, applications, review, decisions, the candidate's own page. */
export const ats = defineRoom({
  name: 'ats',
  commands: [
    createJob,
    copyJob,
    changeJob,
    setTeam,
    setStages,
    openJob,
    putJobOnHold,
    closeJob,
    setReasons,
    requestOpenings,
    decideOpenings,
    handOverOpenings,
    savePosting,
    publishPosting,
    closePosting,
    apply,
    saveApplicationDraft,
    takeForReview,
    keepReviewing,
    releaseFromReview,
    advanceApplications,
    moveToStage,
    holdApplications,
    rejectApplications,
    undoDecisions,
    withdrawApplications,
    transferApplications,
    hireApplication,
    setPromise,
    addApplications,
    awaitAnswer,
    setInterviewPlan,
    planInterviews,
    setInterviewers,
    bookInterviews,
    offerTimes,
    chooseTime,
    cancelInterviews,
    saveScorecard,
    submitScorecard,
    recordDecision,
    noteMailsSent,
    noteMailsReceived,
    openCandidateLink,
    closeCandidateSession,
    mailNewLink,
    withdrawOwnApplication,
    undoOwnWithdrawal,
    writeOwnMessage,
    correctOwn,
    addOwnDocument,
    askForErasure,
    settleErasure,
    wakeHeldApplications,
    markMissedPromises,
    forgetKept,
  ],
  queries: [
    ownTimes,
    jobs,
    job,
    openingApprovers,
    reasons,
    everyReason,
    postingDraft,
    openPostings,
    posting,
    reviewQueue,
    reviewStanding,
    reviewItem,
    board,
    boardTable,
    boardIds,
    decided,
    application,
    applicationsOfCandidate,
    applicationDraft,
    decisionPreview,
    interviewPlan,
    scorecard,
    debrief,
    funnel,
    funnelIds,
    funnelRows,
    candidateSession,
    ownApplications,
    ownDownload,
    erasureRequests,
  ],
  facts: atsFacts,
  permissions: atsPermissions,
  reactions: [whenMailSentNoteLastWord, whenMailReceivedTakeTurn],
  schedules: atsSchedules,
} as const)
