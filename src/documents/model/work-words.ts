import { fold, words } from './fold.ts'

/** True for a short phrase that names what somebody does, in any of the languages read. */
export function namesRole(phrase: string): boolean {
  const found = words(phrase)
  if (found.length === 0 || found.length > 10 || /^(?:an?|the) /i.test(phrase)) return false
  return (
    found.some((word) => ROLE_WORDS.has(word) || ROLE_ENDINGS.test(word)) ||
    /(?:者|員|師|士|長|エンジニア|プログラマ|マネージャー?)$/.test(phrase)
  )
}

/** True for a phrase that shows the marks of an organisation's name: legal form or kind of house. */
export function namesOrganisation(phrase: string): boolean {
  const found = words(phrase)
  if (found.length === 0 || found.length > 12) return false
  if (LEGAL_FORM.test(phrase)) return true
  // "Software Engineer" holds a word many houses have in their name, but says what somebody does.
  const last = found.at(-1)!
  if (ROLE_WORDS.has(last) || ROLE_ENDINGS.test(last)) return false
  return found.some((word) => ORGANISATION_WORDS.has(word)) || ORGANISATION_MARKS.test(phrase)
}

/** True for a phrase that names a school or university. */
export function namesSchool(phrase: string): boolean {
  return (
    words(phrase).some((word) => SCHOOL_WORDS.has(word) || SCHOOL_ENDINGS.test(word)) ||
    /大学|高校|高等学校|専門学校|学院/.test(phrase)
  )
}

/** How sure a phrase is to name a school: a university before a college before a faculty of one. */
export function schoolRank(phrase: string): number {
  const found = fold(phrase)
  if (/universi|大学|uniwersytet|politec|politechn|hochschule/.test(found)) return 3
  if (
    /college|institut|academ|akadem|polytechnic|ecole|lycee|escuela|escola|gymnasium|liceo|liceum/.test(found)
  )
    return 2
  return namesSchool(phrase) ? 1 : 0
}

function bag(list: string): Set<string> {
  return new Set(list.split(/\s+/).filter((word) => word !== ''))
}

const ROLE_WORDS = bag(`
  engineer developer programmer architect analyst manager director lead head chief officer president vice vp ceo cto cfo coo cio cmo
  administrator admin consultant specialist designer scientist researcher coordinator assistant associate intern internship trainee apprentice
  supervisor executive representative technician accountant auditor clerk secretary receptionist nurse doctor physician surgeon
  therapist pharmacist dentist paramedic caregiver carer teacher lecturer professor tutor instructor trainer educator coach mentor
  lawyer attorney paralegal advocate solicitor counsel judge writer editor copywriter journalist reporter author translator interpreter
  photographer videographer artist illustrator animator musician producer actor driver chauffeur pilot operator mechanic electrician
  plumber carpenter welder machinist fitter mason painter builder foreman labourer laborer worker warehouseman picker packer
  cook chef waiter waitress bartender barista baker butcher housekeeper cleaner janitor guard cashier salesperson salesman saleswoman
  seller merchandiser buyer planner scheduler dispatcher broker agent advisor adviser banker teller underwriter trader economist
  statistician actuary mathematician physicist chemist biologist geologist recruiter sourcer generalist strategist evangelist marketer
  advertiser founder cofounder owner partner entrepreneur freelancer contractor volunteer member fellow postdoc dba tester qa sre
  devops webmaster sysadmin support expert principal owner controller treasurer bookkeeper cashier librarian archivist curator
  veterinarian optician hairdresser beautician stylist model captain lieutenant sergeant officer soldier firefighter policeman
  inspector surveyor estimator geographer drafter draftsman modeler detailer scrum master hostess host steward stewardess attendant
  aide midwife phlebotomist radiographer sonographer hygienist dietitian nutritionist counselor counsellor psychologist
  investigator detective moderator ninja guru team-lead teamlead leader incharge deputy registrar dean proctor student
  grip cameraman crew cinematographer copy sdet etl staffer handler loader stocker gardener landscaper farmer roofer glazier
  entwickler entwicklerin ingenieur ingenieurin leiter leiterin berater beraterin techniker technikerin kaufmann kauffrau assistent
  assistentin praktikant praktikantin werkstudent werkstudentin auszubildender auszubildende geschaftsfuhrer geschaftsfuhrerin referent
  referentin sachbearbeiter sachbearbeiterin mitarbeiter mitarbeiterin lehrer lehrerin pfleger krankenschwester arzt arztin
  verkaufer verkauferin meister geselle fachkraft monteur schlosser mechatroniker fahrer koch kellner informatiker
  developpeur developpeuse ingenieure responsable directeur directrice chargee charge chef cheffe gestionnaire technicien technicienne
  stagiaire assistante conseiller conseillere enseignant enseignante professeur infirmier infirmiere comptable vendeur vendeuse
  commercial commerciale secretaire redacteur redactrice ouvrier ouvriere apprenti alternant alternante formateur consultante
  desarrollador desarrolladora ingeniero ingeniera gerente jefe jefa directora tecnico tecnica analista
  consultor consultora auxiliar administrativo administrativa becario becaria profesor profesora enfermero enfermera contable vendedor
  vendedora encargado encargada operario practicante asistente dependiente camarero cocinero
  desenvolvedor desenvolvedora engenheiro engenheira diretor diretora coordenador coordenadora estagiario estagiaria assistente
  enfermeiro enfermeira contador professora vendedor programador programadora gestor gestora supervisora
  sviluppatore sviluppatrice ingegnere direttore direttrice responsabile impiegato impiegata tirocinante stagista consulente
  infermiere infermiera insegnante commesso operaio addetto addetta tecnico progettista programmatore ragioniere cuoco cameriere
  ontwikkelaar ontwikkelaarster medewerker medewerkster beheerder adviseur verpleegkundige docent stagiair verkoper boekhouder
  projectleider teamleider directeur hoofd monteur chauffeur kok
  programista programistka inzynier kierownik dyrektor specjalista specjalistka asystent asystentka ksiegowy ksiegowa nauczyciel
  nauczycielka pielegniarka stazysta praktykant doradca sprzedawca analityk konsultant technik kierowca kucharz mlodszy starszy`)

const ROLE_ENDINGS =
  /(?:ologist|ician|grapher|smith|maker|setter|keeper|worker|tender|therapist|dresser|minder|entwickler|ingenieur|leiter|berater|techniker|manager|mechaniker|elektroniker|pfleger|verkaufer|kaufmann|kauffrau|assistent|arbeiter|lehrer|monteur|ontwikkelaar|medewerker|beheerder|adviseur|leider)(?:in|s)?$/

const ORGANISATION_WORDS = bag(`
  ltd limited inc incorporated llc llp plc corp corporation company gmbh mbh ag kg ohg se sa sarl sas srl spa sl slu lda ltda bv nv oy ab
  aps pvt pty group holding holdings bank banking university college institute school hospital clinic technologies technology solutions
  services systems software consulting consultancy consultants labs laboratories laboratory studio studios agency associates industries
  enterprises enterprise international global ventures capital partners foundation museum library ministry government council
  airlines airways motors pharma pharmaceuticals healthcare insurance telecom communications networks media press publishing
  restaurant hotel hotels resort cafe store stores supermarket mart retail logistics transport construction builders engineering
  academy society association federation union committee team bpo infotech infosys infosystems tech electronics energy
  microsoft google amazon oracle ibm accenture apple facebook meta wipro cognizant capgemini deloitte tcs hcl sap cisco dell intel
  stiftung verein verlag werke klinikum krankenhaus universitat hochschule fachhochschule bundeswehr gesellschaft
  societe entreprise cabinet banque ministere mairie universite ecole lycee hopital
  empresa sociedad ayuntamiento universidad banco universidade prefeitura fundacao fundacion azienda comune universita scuola banca
  bedrijf gemeente stichting ziekenhuis universiteit spolka uniwersytet politechnika szpital urzad fabryka`)

const LEGAL_FORM =
  /(?:^|[\s,.(])(?:ltd|limited|inc|incorporated|llc|llp|plc|corp|corporation|gmbh|mbh|ag|kg|ohg|sarl|sas|srl|s\.r\.l|spa|s\.p\.a|ltda|bv|b\.v|nv|oy|pvt|pty|sp\. z o\.o)(?:[\s,.)]|$)/i

const ORGANISATION_MARKS =
  /株式会社|有限会社|合同会社|\bsp\. z o\.o|\bs\.r\.l|\bs\.p\.a|\bs\.a\.|\bco\.|& co\b|\.(?:com|io|net|org|ai)\b/i

const SCHOOL_WORDS = bag(`
  university univ universty college institute institution school academy polytechnic iit nit iim mit ucla eth epfl vtu jntu gymnasium
  universitat hochschule fachhochschule berufsschule realschule gesamtschule schule akademie berufskolleg
  universite ecole lycee institut iut iufm faculte
  universidad instituto escuela colegio facultad universidade faculdade escola colegio universita istituto scuola liceo politecnico
  universiteit hogeschool lyceum school uniwersytet politechnika szkola akademia liceum technikum
  vidyalaya vidyapeeth vidyapith mahavidyalaya convent conservatory seminary panepistimio`)

const SCHOOL_ENDINGS =
  /(?:universitat|hochschule|schule|gymnasium|kolleg|akademie|universiteit|hogeschool|school)$/
