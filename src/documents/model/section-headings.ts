export type SectionKind =
  | 'head'
  | 'summary'
  | 'experience'
  | 'education'
  | 'skills'
  | 'languages'
  | 'projects'
  | 'credentials'
  | 'links'
  | 'contact'
  | 'references'
  | 'other'

/** Headings of résumés in the languages read, folded (lower case, no accents). One phrase between bars. */
export const SECTION_HEADINGS: Record<Exclude<SectionKind, 'head'>, string> = {
  summary: `summary|about|about me|profile|professional profile|professional summary|career summary|executive summary
    |objective|career objective|professional objective|summary of qualification|summary of qualifications|overview
    |qualifications summary|personal statement|personal profile|introduction|highlights of qualifications|background
    |career profile|job objective|resume objective|statement|qualifications|career highlights|in brief|core values
    |profil|kurzprofil|uber mich|zusammenfassung|personliches profil|ziel|profil professionnel|a propos|a propos de moi
    |objectif|objectif professionnel|resume|resumen|perfil|perfil profesional|perfil profissional|sobre mi|sobre mim|objetivo
    |objetivo profesional|objetivo profissional|resumo|resumo profissional|profilo|profilo professionale|sommario|chi sono|obiettivo
    |profiel|over mij|samenvatting|persoonlijk profiel|doelstelling|podsumowanie|podsumowanie zawodowe|o mnie
    |profil zawodowy|cel zawodowy|自己pr|自己紹介|志望動機|職務要約|προφιλ|περιληψη`,
  experience: `experience|work|work experience|work history|employment|employment history|professional experience
    |career history|career|relevant experience|relevant work experience|job history|career experience|career experience/job history
    |professional background|working experience|positions|positions held|industry experience|work experiences
    |professional work experience|professional history|experience summary|internships|internship|internship experience
    |teaching experience|clinical experience|research experience|military experience|other experience|related experience
    |additional experience|industrial experience|job experience|organizational experience|experiences|professional career
    |employment experience|previous experience|current position|appointments|academic appointments|career path|nursing experience
    |management experience|technical experience|project and work experience|experience highlights|past experience|employment details
    |selected experience|production experience|field experience|employment record|career chronology|professional appointments
    |berufserfahrung|beruflicher werdegang|werdegang|berufspraxis|praktische erfahrung|praktika|praxis
    |berufstatigkeit|arbeitserfahrung|beruf|beruflicher hintergrund
    |experience professionnelle|experiences professionnelles|parcours professionnel|emplois|stages|experiences
    |experiencia|experiencia profesional|experiencia laboral|historial laboral|trayectoria profesional|practicas
    |experiencia profissional|historico profissional|experiencias profissionais|percurso profissional|estagios
    |esperienza|esperienza professionale|esperienze professionali|esperienza lavorativa|esperienze lavorative|esperienze|carriera
    |werkervaring|ervaring|loopbaan|arbeidsverleden|stages en werkervaring|professionele ervaring
    |doswiadczenie|doswiadczenie zawodowe|historia zatrudnienia|przebieg pracy|praktyki|staze
    |職歴|職務経歴|経歴|職務履歴|εργασιακη εμπειρια|επαγγελματικη εμπειρια|erfahrung|erfahrungen`,
  education: `education|academic background|academic qualifications|academic qualification|educational background
    |educational qualification|educational qualifications|education and training|academics|academic history|academic credentials
    |educational details|education details|educational credentials|qualification|academic details|schooling|studies|degrees|academic profile
    |education and qualifications|academic education|education background|scholastics|scholastic record|academic record|academia|academic chronicle
    |formal education|educational profile|education history|academic achievements and education|education and certifications
    |ausbildung|bildung|bildungsweg|studium|schulbildung|schule|akademische ausbildung|bildungsgang|hochschulbildung
    |aus- und weiterbildung|ausbildung und studium|schulische ausbildung|akademischer werdegang
    |formation|formations|etudes|scolarite|diplomes|parcours academique|formation academique|cursus|parcours scolaire|education et formation
    |educacion|formacion|formacion academica|estudios|educacion y formacion|titulos
    |educacao|formacao|formacao academica|escolaridade|habilitacoes literarias|habilitacoes academicas
    |istruzione|formazione|istruzione e formazione|titoli di studio|studi
    |opleiding|opleidingen|onderwijs|scholing|studie|opleiding en training
    |wyksztalcenie|edukacja|wyksztalcenie i kursy|学歴|学歴・職歴|学歴・職歴等|学歴職歴|εκπαιδευση|σπουδες`,
  skills: `skills|technical skills|key skills|core skills|it skills|computer skills|professional skills|skill set|skillset
    |skills summary|core competencies|competencies|key competencies|expertise|areas of expertise|area of expertise|technologies
    |tools|technical expertise|technical proficiency|technical proficiencies|technical summary|software skills|soft skills|hard skills|strengths
    |skills and abilities|specialties|specialities|proficiencies|technical competencies|functional skills|abilities|special skills
    |additional skills|other skills|relevant skills|skills profile|technical knowledge|software|programming languages|programming skills
    |technical|tech stack|tech skills|software proficiency|it proficiency|computer proficiency|computer knowledge|key strengths|primary skills
    |technical skill set|skills & tools|tools and technologies|technologies used|toolbox|domain skills|technical skill|skill|clinical skills
    |kenntnisse|fahigkeiten|kompetenzen|edv-kenntnisse|edv|it-kenntnisse|fachkenntnisse|faehigkeiten|besondere kenntnisse
    |computerkenntnisse|kenntnisse und fahigkeiten|technische kenntnisse|programmierkenntnisse
    |competences|competences techniques|competences informatiques|savoir-faire|informatique|competences cles|logiciels|outils|atouts
    |habilidades|competencias|conocimientos|aptitudes|habilidades tecnicas|conocimientos tecnicos|informatica|destrezas
    |competencias tecnicas|conhecimentos|competencias digitais|habilidades e competencias
    |competenze|competenze tecniche|capacita|abilita|conoscenze informatiche|competenze informatiche|competenze digitali|conoscenze
    |vaardigheden|competenties|kennis|computervaardigheden|kennis en vaardigheden|technische vaardigheden
    |umiejetnosci|kompetencje|umiejetnosci techniczne|znajomosc oprogramowania|スキル|技術|特技|得意分野|資格・スキル|活かせる経験・知識・技術
    |δεξιοτητες|γνωσεις`,
  languages: `languages|language|language skills|languages known|linguistic skills|foreign languages|spoken languages|language proficiency
    |known languages|sprachen|sprachkenntnisse|fremdsprachen|langues|competences linguistiques|langues etrangeres|idiomas|lenguas
    |linguas|lingue|lingue straniere|competenze linguistiche|talen|talenkennis|jezyki|jezyki obce|znajomosc jezykow|語学|言語|語学力
    |γλωσσες|ξενες γλωσσες`,
  projects: `projects|projects experience|project experiences|personal projects|key projects|project|project details|selected projects|academic projects|project experience
    |open source|open source projects|side projects|projects undertaken|project work|projects handled|portfolio|major projects
    |project summary|professional projects|projekte|projets|projets personnels|proyectos|projetos|progetti|projecten|projekty|プロジェクト`,
  credentials: `certifications|certificates|certification|licenses|licenses and certifications|certifications and licenses|licensure|accreditations
    |professional certifications|certifications/licenses|training|trainings|courses|professional development|courses and certifications|credentials
    |training and certifications|professional training|awards|honors|honours|awards and honors|honors and awards|achievements
    |awards and achievements|accomplishments|publications|patents|scholarships|selected honors|presentations|conferences|relevant coursework|coursework
    |relevant courses|licences|licences & certificates|speaking|talks|lectures|invited talks|recognition|fellowships|grants|research
    |zertifikate|weiterbildung|weiterbildungen|fortbildung|fortbildungen|auszeichnungen|publikationen|veroffentlichungen|lehrgange
    |certificats|certifications et formations|distinctions|prix|formation continue|certificaciones|cursos|premios|publicaciones|certificados
    |certificacoes|premios e distincoes|publicacoes|cursos complementares|certificazioni|corsi|premi|pubblicazioni|attestati
    |certificaten|cursussen|prijzen|publicaties|certyfikaty|kursy|szkolenia|nagrody|publikacje|kursy i szkolenia|免許|資格|免許・資格|資格・免許|受賞歴`,
  links: `links|online|online presence|websites|web|social|social media|profiles|social profiles|social networks|liens|enlaces|weblinks|online profiles`,
  contact: `contact|contact details|contact information|contact info|contact me|personal details|personal information|personal data|personal info
    |personal particulars|personal|details|address|get in touch|kontakt|kontaktdaten|personliche daten|personliche angaben|angaben zur person|zur person
    |coordonnees|contacts|informations personnelles|etat civil|contacto|datos personales|informacion personal|datos de contacto
    |contato|dados pessoais|informacoes pessoais|contatti|dati personali|informazioni personali|contactgegevens|persoonlijke gegevens
    |personalia|dane osobowe|dane kontaktowe|連絡先|個人情報|προσωπικα στοιχεια`,
  references: `references|referees|reference|testimonials|professional references|recommendations|referenzen|references professionnelles
    |referencias|referencias profissionais|referenze|referenties|referencje|empfehlungen|recommandations`,
  other: `interests|affiliation|writing samples|speaking engagements|volunteer experience and leadership|volunteer and leadership|hobbies|hobbies and interests|interests and hobbies|activities|extracurricular activities|extra curricular activities|volunteer|volunteering
    |volunteer experience|volunteer work|community service|additional information|other information|miscellaneous
    |memberships|professional memberships|affiliations|professional affiliations|leadership|declaration|availability|personality traits|personal traits
    |leadership experience|other|other activities|extra-curricular activities|personal interests|leisure|additional details|community involvement
    |governance|samples|writing|reading|recreation|disposition|service|involvement|personal strengths|relevant information|extra curricular
    |co-curricular activities|professional activities|military service|military|security clearance|citizenship|nationality|visa|salary
    |hobbys|interessen|ehrenamt|sonstiges|engagement|mitgliedschaften|ehrenamtliches engagement|loisirs|centres d'interet|benevolat
    |divers|activites|intereses|aficiones|voluntariado|otros datos|otros|interesses|atividades|outros
    |informacoes adicionais|interessi|volontariato|altro|hobby|interesses e hobbies|vrijwilligerswerk
    |hobby's|interesses|overige|nevenactiviteiten|zainteresowania|hobbi|wolontariat|dodatkowe informacje|inne
    |趣味|趣味・特技|本人希望記入欄|本人希望|賞罰|通勤時間|扶養家族|ενδιαφεροντα|χομπι`,
}
