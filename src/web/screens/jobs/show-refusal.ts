import { notifications } from '@mantine/notifications'
import type { Refusal } from '../../api/client.ts'

/** A refusal of an act that has no place of its own any more (its menu is closed, its row has moved). */
export const showRefusal = (refusal: Refusal): void => {
  notifications.show({ title: 'It was not done', message: refusal.says, autoClose: 8000 })
}
