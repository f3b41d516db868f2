import { fold } from './fold.ts'
import { strip, stripEnd } from './strip.ts'
import { namesOrganisation, namesRole } from './work-words.ts'

/** True for a phrase that is a place and nothing else: a city, a state, a country, or these by commas. */
export function namesPlace(phrase: string): boolean {
  const parts = fold(phrase.replace(/[().]/g, ' '))
    .split(/ ?[,/] ?| - /)
    .filter((part) => part !== '')
  if (parts.length === 0 || parts.length > 4) return false
  const known = parts.filter((part) => isPlacePart(part))
  if (known.length === parts.length) return true
  if (parts.length === 1 && twoPlaces(parts[0]!)) return true
  // "Springfield, IL 62701": an unknown town before a known state or country.
  const town = parts.slice(0, -1).join(', ')
  return (
    parts.length >= 2 &&
    REGIONS.has(withoutPostcode(parts.at(-1)!)) &&
    !namesOrganisation(town) &&
    !namesRole(town) &&
    parts.slice(0, -1).every((part) => /^[\p{L}' -]{2,25}$/u.test(part) && part.split(' ').length <= 3)
  )
}

/** The phrase without a place that follows a comma or a dash at its end. */
export function withoutPlace(phrase: string): string {
  let rest = stripEnd(phrase, ' ,–-')
  for (let times = 0; times < 4; times++) {
    const end = stripEnd(rest, ').,-')
    const cut = Math.max(...[',', ' -', ' –', '\t', '('].map((sign) => end.lastIndexOf(sign)))
    const last = strip(end.slice(Math.max(cut, 0)), ',–-(')
    if (cut <= 0 || last.length < 2 || !isPlacePart(fold(last))) break
    rest = end.slice(0, cut)
  }
  return stripEnd(rest, ' ,–-')
}

// "Seattle Washington": a city and its state without a comma.
function twoPlaces(part: string): boolean {
  const names = part.split(' ')
  return (
    names.length <= 5 &&
    names.some(
      (_, cut) =>
        cut > 0 &&
        CITIES.has(names.slice(0, cut).join(' ')) &&
        REGIONS.has(withoutPostcode(names.slice(cut).join(' '))),
    )
  )
}

function isPlacePart(part: string): boolean {
  const plain = withoutPostcode(part)
  const known = (name: string) => REGIONS.has(name) || CITIES.has(name)
  return (
    known(plain) ||
    (/ (?:area|city|metro|region|district|urban)$/.test(plain) &&
      known(plain.slice(0, plain.lastIndexOf(' '))))
  )
}

function withoutPostcode(part: string): string {
  return part
    .replace(/ ?\d{4,6}$/, '')
    .replace(/^\d{4,6} ?/, '')
    .trim()
}

function bag(list: string): Set<string> {
  return new Set(list.split('|').map((place) => place.trim()))
}

const REGIONS =
  bag(`remote|hybrid|worldwide|home office|alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|hawaii|idaho|illinois|indiana|iowa
  |kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire
  |new jersey|new mexico|new york|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island|south carolina|south dakota
  |tennessee|texas|utah|vermont|virginia|washington|west virginia|wisconsin|wyoming|district of columbia|washington dc|washington d c
  |al|ak|az|ar|ca|co|ct|dc|de|fl|ga|hi|id|il|in|ia|ks|ky|la|me|md|ma|mi|mn|ms|mo|mt|ne|nv|nh|nj|nm|ny|nc|nd|oh|ok|or|pa|ri|sc|sd|tn|tx|ut|vt|va|wa|wv|wi|wy
  |ontario|quebec|british columbia|alberta|manitoba|nova scotia|saskatchewan|on|qc|bc|ab|nsw|qld|vic|new south wales|queensland|victoria
  |andhra pradesh|arunachal pradesh|assam|bihar|chhattisgarh|goa|gujarat|haryana|himachal pradesh|jharkhand|karnataka|kerala|madhya pradesh
  |maharashtra|odisha|orissa|punjab|rajasthan|sikkim|tamil nadu|telangana|tripura|uttar pradesh|uttarakhand|west bengal|delhi|ncr|mp|up|ap|ts|mh|ka
  |united states|united states of america|usa|us|u s a|america|united kingdom|uk|great britain|england|scotland|wales|ireland|northern ireland|canada|australia
  |new zealand|india|pakistan|bangladesh|sri lanka|nepal|china|hong kong|taiwan|japan|korea|south korea|singapore|malaysia|indonesia|thailand|vietnam
  |philippines|uae|united arab emirates|saudi arabia|qatar|kuwait|oman|bahrain|israel|turkey|turkiye|egypt|morocco|nigeria|kenya|south africa|ghana|ethiopia
  |germany|deutschland|austria|osterreich|switzerland|schweiz|suisse|svizzera|france|frankreich|spain|espana|portugal|italy|italia|netherlands|the netherlands
  |nederland|belgium|belgie|belgique|luxembourg|denmark|danmark|sweden|sverige|norway|norge|finland|suomi|iceland|poland|polska|czech republic|czechia|slovakia
  |hungary|romania|bulgaria|greece|croatia|serbia|slovenia|ukraine|russia|estonia|latvia|lithuania|brazil|brasil|argentina|chile|mexico|colombia|peru|ecuador|uruguay`)

const CITIES =
  bag(`new york city|nyc|los angeles|chicago|houston|phoenix|philadelphia|san antonio|san diego|dallas|austin|san jose|san francisco|san francisco bay|bay|seattle|denver
  |boston|detroit|miami|atlanta|portland|las vegas|oakland|sacramento|minneapolis|cleveland|pittsburgh|cincinnati|st louis|kansas city|salt lake city|mountain view
  |palo alto|menlo park|cupertino|sunnyvale|santa clara|redmond|cambridge|brooklyn|manhattan|queens|orlando|tampa|charlotte|raleigh|nashville|indianapolis|columbus
  |milwaukee|baltimore|newark|jersey city|princeton|boulder|santa monica|east vill|remote us
  |toronto|montreal|vancouver|ottawa|calgary|sydney|melbourne|brisbane|perth|adelaide|auckland|london|greater london|manchester|birmingham|leeds|liverpool|glasgow
  |edinburgh|bristol|oxford|dublin|belfast|cork|cardiff
  |mumbai|navi mumbai|bombay|bangalore|bengaluru|hyderabad|secunderabad|chennai|madras|kolkata|calcutta|pune|ahmedabad|jaipur|lucknow|kanpur|nagpur|indore|bhopal
  |noida|gurgaon|gurugram|ghaziabad|faridabad|chandigarh|coimbatore|kochi|cochin|mysore|mysuru|vadodara|surat|patna|visakhapatnam|thane|nashik|mangalore|trivandrum
  |new delhi|bangalore city|bangalore urban|vijayawada|bhubaneswar|mohali|nasik|hubli|madurai|guwahati|ranchi|dehradun|jalandhar|ludhiana|itarsi|gwalior|udaipur
  |berlin|hamburg|munchen|munich|koln|cologne|frankfurt|frankfurt am main|stuttgart|dusseldorf|leipzig|dresden|hannover|nurnberg|bremen|essen|dortmund|bonn|karlsruhe
  |mannheim|wien|vienna|graz|linz|zurich|genf|geneva|geneve|basel|bern|lausanne|paris|lyon|marseille|toulouse|bordeaux|lille|nantes|nice|strasbourg|rennes|grenoble
  |montpellier|madrid|barcelona|valencia|sevilla|bilbao|malaga|zaragoza|lisboa|lisbon|porto|coimbra|braga|roma|rome|milano|milan|torino|turin|napoli|naples|bologna
  |firenze|florence|genova|venezia|verona|padova|amsterdam|rotterdam|utrecht|den haag|the hague|eindhoven|groningen|brussel|brussels|bruxelles|antwerpen|gent|leuven
  |copenhagen|stockholm|goteborg|oslo|helsinki|warszawa|warsaw|krakow|wroclaw|poznan|gdansk|lodz|katowice|praha|prague|brno|budapest|bucharest|sofia|athens|istanbul
  |ankara|moscow|kyiv|kiev|lviv|tallinn|riga|vilnius|tokyo|osaka|kyoto|beijing|shanghai|shenzhen|guangzhou|hangzhou|seoul|dubai|abu dhabi|doha|riyadh|jeddah|muscat
  |tel aviv|cairo|lagos|nairobi|johannesburg|cape town|kuala lumpur|jakarta|bangkok|manila|hanoi|ho chi minh city|karachi|lahore|islamabad|dhaka|colombo|kathmandu
  |sao paulo|rio de janeiro|brasilia|belo horizonte|curitiba|buenos aires|santiago|bogota|lima|mexico city|ciudad de mexico|guadalajara|monterrey`)
