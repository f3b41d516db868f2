import { z } from 'zod'
import type { ApplicationId, CandidateId, Id, JobId, UserId } from '../../kernel/model/id.ts'

export type StageId = Id<'stage'>
export type OpeningId = Id<'opening'>
export type PostingId = Id<'posting'>
export type DecisionId = Id<'decision'>
export type InterviewStepId = Id<'interview-step'>
export type InterviewId = Id<'interview'>
export type ScorecardId = Id<'scorecard'>

const idOf = <I extends string>() => z.uuid() as unknown as z.ZodType<I, string>

export const jobId = idOf<JobId>()
export const stageId = idOf<StageId>()
export const openingId = idOf<OpeningId>()
export const postingId = idOf<PostingId>()
export const applicationId = idOf<ApplicationId>()
export const candidateId = idOf<CandidateId>()
export const userId = idOf<UserId>()
export const decisionId = idOf<DecisionId>()
export const interviewStepId = idOf<InterviewStepId>()
export const interviewId = idOf<InterviewId>()
export const scorecardId = idOf<ScorecardId>()

/** Only while each stands in the stage in which a reviewer reads it, and nobody else reads it by now. */
export const readIn = stageId.optional()

/** The applications an act is about: one, or as many as a screen can select. */
export const applicationIds = z.array(applicationId).min(1).max(1000)
