import type { Chance } from './random.ts'

/** Where a person comes from: how names are written there, and where they live. All of it is invented. */
export interface Origin {
  readonly given: readonly string[]
  readonly family: readonly string[]
  /** Latin spelling for the mail address, where the name is written otherwise. */
  readonly latin?: Readonly<Record<string, string>>
  readonly familyFirst?: boolean
  readonly country: string
  readonly towns: readonly string[]
  readonly language: string
  readonly dial: string
  readonly weight: number
}

const words = (text: string): string[] => text.split(' ').map((word) => word.replaceAll('_', ' '))

export const origins: readonly Origin[] = [
  {
    given: words('Sanne Daan Lotte Bram Fleur Thijs Femke Ruben Noor Jasper Anouk Stijn Maud Joris Iris'),
    family: words(
      'de_Vries van_den_Berg Bakker Visser Smit Meijer Mulder de_Boer Dekker van_der_Meer Hoekstra Kuipers',
    ),
    country: 'NL',
    towns: words('Rotterdam Delft Eindhoven Utrecht Enschede Den_Haag'),
    language: 'nl',
    dial: '+316',
    weight: 5,
  },
  {
    given: words(
      'Anna Jürgen Lena Felix Katharina Matthias Greta Björn Sophie Tobias Ulrike Hannes Mareike Götz',
    ),
    family: words('Weiß Schröder Krüger Hoffmann Bauer Köhler Lehmann Möller Vogel Brandt Schäfer Jansen'),
    country: 'DE',
    towns: words('Hamburg Bremen Kiel Lübeck Berlin Hannover'),
    language: 'de',
    dial: '+4915',
    weight: 5,
  },
  {
    given: words(
      'Łukasz Zofia Mateusz Agnieszka Paweł Katarzyna Wojciech Małgorzata Stanisław Ewa Michał Joanna',
    ),
    family: words(
      'Wiśniewski Kowalczyk Zieliński Woźniak Szymańska Dąbrowski Kamińska Lewandowski Jabłońska Wróbel',
    ),
    country: 'PL',
    towns: words('Gdańsk Gdynia Sopot Warszawa Wrocław Poznań'),
    language: 'pl',
    dial: '+4850',
    weight: 4,
  },
  {
    given: words('Inês Tiago Beatriz João Mariana Rui Catarina Gonçalo Leonor Nuno'),
    family: words('Carvalho Duarte Figueiredo Nogueira Pereira Antunes Magalhães Teixeira'),
    country: 'PT',
    towns: words('Lisboa Porto Braga Coimbra'),
    language: 'pt',
    dial: '+35191',
    weight: 2,
  },
  {
    given: words('Nguyễn_Thị_Thu Trần_Minh Lê_Thị_Mai Phạm_Quốc Võ_Thanh Đặng_Hoài'),
    family: words('Hà Anh Linh Bảo Tâm An'),
    country: 'AT',
    towns: words('Innsbruck Wien Graz'),
    language: 'de',
    dial: '+43660',
    weight: 1,
  },
  {
    given: words('Ọláwálé Chiamaka Kwame Ngozi Adaeze Tunde Amara Kofi Zainab Emeka'),
    family: words('Adéyẹmí Okonkwo Boateng Eze Nwosu Mensah Bello Asante Okafor'),
    country: 'NL',
    towns: words('Rotterdam Enschede Amsterdam'),
    language: 'en',
    dial: '+316',
    weight: 2,
  },
  {
    given: words('Siobhán Ciarán Niamh Eoin Aoife Pádraig'),
    family: words('Ní_Cheallaigh Ó_Briain Murphy Byrne Walsh'),
    country: 'IE',
    towns: words('Dublin Cork Galway'),
    language: 'en',
    dial: '+35386',
    weight: 1,
  },
  {
    given: words('Priyanka Arjun Rajeswari Vikram Ananya Rohan Meera Karthik'),
    family: words('Sundaram Iyer Nair Kulkarni Banerjee Reddy Joshi'),
    country: 'DE',
    towns: words('Hamburg Berlin München'),
    language: 'en',
    dial: '+4915',
    weight: 2,
  },
  {
    given: words('Ayşe Mehmet Zeynep Emre Elif Kerem'),
    family: words('Yıldız Öztürk Şahin Çelik Aydın'),
    country: 'DE',
    towns: words('Hamburg Bremen'),
    language: 'de',
    dial: '+4915',
    weight: 1,
  },
  {
    given: words('Zsófia Gergő Réka Bence Eszter'),
    family: words('Bárány Szőke Kőszegi Tóth'),
    country: 'HU',
    towns: words('Budapest Szeged'),
    language: 'hu',
    dial: '+3620',
    weight: 1,
  },
  {
    given: words('Þórdís Björk Sigurður Guðrún'),
    family: words('Jónsdóttir Einarsson Helgadóttir'),
    country: 'IS',
    towns: words('Reykjavík'),
    language: 'is',
    dial: '+35469',
    weight: 0.4,
  },
  {
    given: words('Нина Алексей Ольга Дмитрий Катерина'),
    family: words('Воробьёва Соколов Лебедева Ткаченко'),
    latin: {
      Нина: 'nina',
      Алексей: 'alexei',
      Ольга: 'olga',
      Дмитрий: 'dmitri',
      Катерина: 'katerina',
      Воробьёва: 'vorobyova',
      Соколов: 'sokolov',
      Лебедева: 'lebedeva',
      Ткаченко: 'tkachenko',
    },
    country: 'PL',
    towns: words('Gdańsk Kraków'),
    language: 'en',
    dial: '+4850',
    weight: 1,
  },
  {
    given: words('Ελένη Γιώργος Θάλεια Νίκος'),
    family: words('Καραγιάννη Παπαδάκη Οικονόμου'),
    latin: {
      Ελένη: 'eleni',
      Γιώργος: 'giorgos',
      Θάλεια: 'thaleia',
      Νίκος: 'nikos',
      Καραγιάννη: 'karagianni',
      Παπαδάκη: 'papadaki',
      Οικονόμου: 'oikonomou',
    },
    country: 'GR',
    towns: words('Θεσσαλονίκη Athina'),
    language: 'en',
    dial: '+30694',
    weight: 1,
  },
  {
    given: words('美咲 健太 葵 大翔'),
    family: words('佐藤 高橋 田中 山本'),
    latin: {
      美咲: 'misaki',
      健太: 'kenta',
      葵: 'aoi',
      大翔: 'hiroto',
      佐藤: 'sato',
      高橋: 'takahashi',
      田中: 'tanaka',
      山本: 'yamamoto',
    },
    familyFirst: true,
    country: 'NL',
    towns: words('Delft Amstelveen'),
    language: 'en',
    dial: '+316',
    weight: 1,
  },
  {
    given: words('思远 晓雯 子涵'),
    family: words('陈 李 王'),
    latin: { 思远: 'siyuan', 晓雯: 'xiaowen', 子涵: 'zihan', 陈: 'chen', 李: 'li', 王: 'wang' },
    familyFirst: true,
    country: 'DE',
    towns: words('Hamburg Berlin'),
    language: 'en',
    dial: '+4915',
    weight: 0.7,
  },
  {
    given: words('ليلى طارق سامر'),
    family: words('حداد محمود الخطيب'),
    latin: {
      ليلى: 'layla',
      طارق: 'tariq',
      سامر: 'samer',
      حداد: 'haddad',
      محمود: 'mahmood',
      الخطيب: 'alkhatib',
    },
    country: 'NL',
    towns: words('Rotterdam'),
    language: 'en',
    dial: '+316',
    weight: 0.6,
  },
  {
    given: words('देविका रोहित'),
    family: words('नायर वर्मा'),
    latin: { देविका: 'devika', रोहित: 'rohit', नायर: 'nair', वर्मा: 'varma' },
    country: 'DE',
    towns: words('Hamburg'),
    language: 'en',
    dial: '+4915',
    weight: 0.4,
  },
]

export interface Identity {
  readonly name: string
  readonly mail: string
  readonly phone: string
  readonly town: string
  readonly country: string
  readonly language: string
}

/** An invented person's name and addresses; `number` keeps every mail address one of its kind. */
export const inventIdentity = (by: Chance, number: number, taken: Set<string> = new Set()): Identity => {
  let origin = weighted(by)
  let given = by.pick(origin.given)
  let family = by.pick(origin.family)
  // Two people of one name are rare in six hundred; drawn blindly they would be many.
  for (let tries = 0; tries < 12 && taken.has(`${given} ${family}`); tries++) {
    origin = weighted(by)
    given = by.pick(origin.given)
    family = by.pick(origin.family)
  }
  taken.add(`${given} ${family}`)
  const latin = (word: string) => plain(origin.latin?.[word] ?? word)
  return {
    name: origin.familyFirst ? `${family} ${given}` : `${given} ${family}`,
    mail: `${latin(given)}.${latin(family)}${number}@post.example`,
    phone: `${origin.dial}${String(10_000_000 + ((number * 7_919) % 89_999_999)).slice(0, 12 - origin.dial.length)}`,
    town: by.pick(origin.towns),
    country: origin.country,
    language: origin.language,
  }
}

const weighted = (by: Chance): Origin => {
  let left = by.next() * origins.reduce((sum, origin) => sum + origin.weight, 0)
  for (const origin of origins) {
    left -= origin.weight
    if (left <= 0) return origin
  }
  return origins[0]!
}

/** ASCII letters only: what people make of their names for an address. */
const plain = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(/[łŁ]/g, 'l')
    .replace(/[đĐðÐ]/g, 'd')
    .replace(/[þÞ]/g, 'th')
    .replace(/ß/g, 'ss')
    .replace(/ı/g, 'i')
    .replace(/[^a-zA-Z]/g, '')
    .toLowerCase()
