const list = (text: string): string[] => text.trim().split(/\s*\n\s*/u)
const words = (text: string): string[] => text.trim().split(/\s+/u)

/** What made-up résumés are made of. None of the words that are searched for may stand here. */
export const titles = list(`
  Motion Control Engineer
  Service Technician
  Account Manager
  Warehouse Supervisor
  Data Analyst
  Nurse Practitioner
  Software Developer
  Project Lead
  Buyer
  Quality Inspector
  Electrician
  Product Designer
  Financial Controller
  Customer Advisor
  Process Engineer
  Team Assistant
  Lab Technician
  Sales Representative
  Mechanical Fitter
  Support Specialist
`)

export const verbs = words(`
  led built designed introduced maintained reduced improved coordinated trained delivered tested automated negotiated
  analysed documented launched migrated repaired supervised implemented prepared reviewed rebuilt measured presented
`)

export const topics = words(`
  hydraulics budgeting procurement robotics scheduling calibration forecasting onboarding inventory compliance typescript
  java postgresql react docker linux excel powerpoint salesforce marketing negotiation translation teaching nursing surgery
  radiology pharmacy chemistry biology physics statistics accounting taxation controlling treasury insurance banking retail
  catering hospitality tourism aviation shipping trucking railways automotive batteries photovoltaics windpower plumbing
  carpentry masonry architecture surveying landscaping agriculture forestry fishing mining drilling refining metallurgy
  machining milling casting moulding packaging printing publishing journalism photography animation illustration branding
  copywriting research interviewing coaching mentoring facilitation mediation diplomacy legislation litigation contracts
  patents licensing auditing-tools risk governance security firewalls networking routing telephony satellites antennas
  firmware microcontrollers sensors actuators gearboxes bearings lubrication vibration acoustics optics lasers imaging
`)

export const lines = list(`
  {verb} the {topic} of {name} with {number} colleagues and reported to the head of {other}
  Responsible for {topic} and {other} at {name} since {year}
  • {verb} a new way of {topic} that saved {number} hours a month for the teams in {name}
  • {verb} {topic} for customers such as {name} and kept {other} within budget
  Together with suppliers of {name} I {verb} {topic} from the first sketch to the hand-over in {year}
  • Certificate in {topic} ({name} Institute, {year}), renewed every {number} months
  Worked closely with {other}, {topic} and the works council when the site in {name} was moved in {year}
  • {verb} {number} machines, wrote their manuals and trained shifts in {topic}
  As deputy of the manager I {verb} {topic} during the merger with {name} and answered for {other}
  • Volunteer work: {topic} courses for newcomers in {name}, {number} evenings a year
`)
