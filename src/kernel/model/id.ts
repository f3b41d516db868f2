/** An identifier of one kind of row; ids of different kinds don't mix. Always a UUIDv7, made by the app. */
export type Id<Kind extends string> = string & { readonly __kind: Kind }

export type CandidateId = Id<'candidate'>
export type ApplicationId = Id<'application'>
export type JobId = Id<'job'>
export type UserId = Id<'user'>
export type FileId = Id<'file'>
