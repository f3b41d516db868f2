/** What a column of a file says about a person. */
export const columnRoles = [
  'fullName',
  'givenName',
  'middleName',
  'familyName',
  'goesBy',
  'pronouns',
  'email',
  'phone',
  'link',
  'title',
  'headline',
  'company',
  'address',
  'city',
  'region',
  'postcode',
  'country',
  'location',
  'language',
  'tags',
  'skills',
  'notes',
  'source',
  'ownerMail',
  'externalId',
  'doNotContact',
  'mayContact',
  'unsubscribed',
  'poolConsent',
  'newsletterConsent',
  'consentProof',
  'consentText',
  'consentDate',
] as const
export type ColumnRole = (typeof columnRoles)[number]

/** Columns that stop contact: honoured whether or not anyone maps them. */
export const stoppingRoles: ReadonlySet<ColumnRole> = new Set(['doNotContact', 'mayContact', 'unsubscribed'])

/** What a heading means, by the words people and other systems write; undefined where it is not known. */
export const roleOf = (heading: string): ColumnRole | undefined => roles.get(headingKey(heading))

/** A heading without case, accents, spaces and signs; a trailing number goes too (`Email 2`, `phone_1`). */
export const headingKey = (heading: string): string =>
  heading
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/(?<=\p{L})\d{1,2}$|^(?:1st|2nd|3rd)(?=\p{L})/gu, '')

// English, German, French, Spanish, Italian, Dutch, Polish, Portuguese, Swedish, Danish; OpenCATS (both its import
// labels and its grid export), LinkedIn, Greenhouse, Lever, Teamtailor, Workable, Merge; and our own export.
const words: Record<ColumnRole, string> = {
  fullName:
    'name fullname candidatename candidate displayname contactname personname vollname vollstandigername nomcomplet nombrecompleto nomecompleto volledigenaam naam imieinazwisko namn navn',
  givenName:
    'firstname first givenname given forename vorname prenom nombre nome voornaam imie fornamn fornavn primernombre',
  middleName: 'middlename middle zweitername deuxiemeprenom segundonombre tussenvoegsel',
  familyName:
    'lastname last surname familyname family nachname familienname nom nomdefamille apellido apellidos cognome achternaam nazwisko efternamn efternavn sobrenome',
  goesBy: 'nickname preferredname knownas goesby rufname callname',
  pronouns: 'pronouns pronomen pronoms pronombres',
  email:
    'email emailaddress emails mail mailaddress emailprimary primaryemail primaryemailaddress workemail personalemail privateemail emailadresse mailadresse courriel adresseemail adressemail correo correoelectronico correoe indirizzoemail postaelettronica emailadres eposta epost adresemail',
  phone:
    'phone phonenumber phonenumbers phones telephone telephonenumber tel mobile mobilephone mobilenumber cell cellphone cellular homephone workphone otherphone phonehome phonecell phonework telefon telefonnummer handy handynummer mobil mobiltelefon mobilnummer telefono movil celular cellulare telefoon telefoonnummer mobiel komorka numertelefonu telefone telemovel portable numerodetelephone',
  link: 'url urls link links website websites web homepage webpage portfolio linkedin linkedinurl linkedinprofile profileurl publicprofileurl socialmedia github githuburl xing website webseite siteweb sitioweb profil profile weburl personalwebsite linkedinlink websiteaddresses',
  title:
    'title jobtitle currenttitle position role currentposition currentrole stelle stellenbezeichnung berufsbezeichnung beruf poste fonction intituledeposte puesto cargo titulo posizione ruolo functie functietitel stanowisko titel befattning stilling currentjobtitle',
  headline: 'headline tagline pitch profileheadline',
  company:
    'company companyname currentcompany employer currentemployer organization organisation firma unternehmen arbeitgeber entreprise societe employeur empresa compania azienda societa bedrijf werkgever bedrijfsnaam pracodawca foretag arbetsgivare virksomhed org',
  address:
    'address street streetaddress addressline strasse adresse direccion indirizzo adres ulica adress endereco',
  city: 'city town place ort stadt wohnort ville ciudad citta plaats woonplaats stad miasto cidade by',
  region: 'state province region county bundesland provincia regio kanton wojewodztwo',
  postcode:
    'zip zipcode postcode postalcode plz postleitzahl codepostal codigopostal cap kodpocztowy postnummer postnr',
  country: 'country countrycode land pays pais paese kraj',
  location: 'location wholocation currentlocation standort lieu ubicacion localita locatie lokalizacja based',
  language: 'language preferredlanguage sprache langue idioma lingua taal jezyk sprak sprog',
  tags: 'tags tag labels label keywords groups schlagworte schlagworter etiquettes etiquetas etichette list lists hashtags',
  skills:
    'skills keyskills skill technologies faehigkeiten fahigkeiten kenntnisse competences habilidades competenze vaardigheden umiejetnosci',
  notes:
    'notes note miscnotes comment comments remarks notiz notizen bemerkung bemerkungen kommentar commentaire commentaires notas comentarios note notitie notities opmerkingen uwagi notatki anteckningar',
  source:
    'source sourcename candidatesource origin channel quelle herkunft fuente fonte bron zrodlo herkomst kanal sourcingchannels provenance leadsource',
  ownerMail:
    'owner owneremail ownermail recruiter recruiteremail prospectowneremail whogetscredit sourcer responsible betreuer verantwortlich zustandig',
  externalId:
    'id externalid candidateid candidateid throughlineid recordid personid uuid kandidatenid atsid greenhouseid leverid opportunityid crmid',
  doNotContact:
    'donotcontact dnc dontcontact donotmail donotemail donotcall nocontact blacklist blacklisted blocked suppressed contactban kontaktverbot nichtkontaktieren nichtanschreiben nepascontacter nocontactar noncontattare nietcontacteren nietbenaderen niekontaktowac optout optedout',
  mayContact: 'canemail maycontact contactable cancontact allowcontact kontakterlaubnis',
  unsubscribed:
    'unsubscribed unsubscribe unsubscribedat emailoptout newsletteroptout abgemeldet desabonne desinscrit debaja cancellato uitgeschreven afgemeld wypisany hasoptedoutofemail',
  poolConsent:
    'consent consentgiven gdprconsent talentpoolconsent consenttostore consentstore einwilligung consentement consentimiento consenso toestemming zgoda samtycke samtykke datenschutzeinwilligung gdpr',
  newsletterConsent:
    'newsletter newsletterconsent newsletteroptin optin marketingconsent consentmarketing subscribed emailoptin marketing',
  consentProof:
    'consentproof proof proofofconsent einwilligungsnachweis nachweis consentsource consentreference',
  consentText: 'consenttext textofconsent einwilligungstext consentwording',
  consentDate:
    'consentdate consentgivenat consentat dateofconsent einwilligungam einwilligungsdatum consentedat',
}

const roles: ReadonlyMap<string, ColumnRole> = new Map(
  (Object.entries(words) as [ColumnRole, string][]).flatMap(([role, text]) =>
    text.split(' ').map((word) => [word, role] as const),
  ),
)
