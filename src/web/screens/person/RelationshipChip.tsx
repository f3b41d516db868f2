import { Chip } from '../../../design/parts/Chip.tsx'
import { relationshipOfText } from '../candidates/relationship-words.ts'

export const RelationshipChip = ({ of }: { readonly of: string }) => {
  const { says, tone } = relationshipOfText(of)
  return <Chip tone={tone}>{says}</Chip>
}
