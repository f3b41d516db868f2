import { useQueryClient } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { useEffect } from 'react'
import { UndoBar } from '../../design/parts/UndoBar.tsx'
import { listenLive } from '../api/live.ts'
import { Palette } from './Palette.tsx'
import { ShortcutSheet } from './ShortcutSheet.tsx'

/** A page that fills the screen: without the side bar, with everything else of the frame. */
export const Alone = () => {
  const cache = useQueryClient()
  useEffect(() => listenLive(cache), [cache])
  return (
    <div data-alone>
      <Outlet />
      <UndoBar />
      <Palette />
      <ShortcutSheet />
    </div>
  )
}
