/** The seats of the demo organisation; the server knows the same names. */
export const demoSeats = [
  { id: 'maren', name: 'Maren Osei', role: 'Recruiter', says: 'Applications to read, replies' },
  { id: 'ayse', name: 'Ayşe Demirbaş', role: 'Sourcer', says: 'The whole candidate list' },
  { id: 'tomas', name: 'Tomás Echeverría', role: 'Hiring manager', says: 'His jobs, a decision' },
  { id: 'ifeoma', name: 'Ifeoma Nwosu', role: 'Interviewer', says: 'Only what she is asked for' },
  { id: 'priya', name: 'Priya Raghunathan', role: 'Head of people', says: 'Approvals, settings, rights' },
]
