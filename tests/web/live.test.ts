import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, expect, test, vi } from 'vitest'
import { listenLive } from '../../src/web/api/live.ts'

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** A page that shows one query whose answers are given by hand, beside a stream of notices that is too. */
const openPage = () => {
  const stream = new EventTarget()
  vi.stubGlobal(
    'EventSource',
    class {
      addEventListener = stream.addEventListener.bind(stream)
      close = () => undefined
    },
  )
  const cache = new QueryClient()
  const asked: PromiseWithResolvers<string>[] = []
  const observer = new QueryObserver(cache, {
    queryKey: ['messaging.inbox', {}],
    queryFn: () => {
      asked.push(Promise.withResolvers())
      return asked.at(-1)!.promise
    },
    staleTime: 15_000,
    retry: false,
  })
  observer.subscribe(() => undefined)
  listenLive(cache)
  return {
    asked,
    shown: () => observer.getCurrentResult().data,
    ready: () => stream.dispatchEvent(new Event('ready')),
    tell: (notice: object) =>
      stream.dispatchEvent(new MessageEvent('fact', { data: JSON.stringify(notice) })),
  }
}

test('what was answered before notices come is asked again', async () => {
  const { asked, shown, ready } = openPage()
  asked[0]!.resolve('nobody')
  await vi.waitFor(() => expect(shown()).toBe('nobody'))
  ready()
  await vi.waitFor(() => expect(asked).toHaveLength(2))
})

test('an answer that is on its way is awaited and then asked again: what it says may be from before', async () => {
  const { asked, ready } = openPage()
  ready()
  expect(asked).toHaveLength(1)
  asked[0]!.resolve('nobody')
  await vi.waitFor(() => expect(asked).toHaveLength(2))
})

test('so is one that is on its way when a notice comes', async () => {
  const { asked, tell } = openPage()
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  tell({ marks: [] })
  await vi.advanceTimersByTimeAsync(200)
  vi.useRealTimers()
  asked[0]!.resolve('nobody')
  await vi.waitFor(() => expect(asked).toHaveLength(2))
})

test('after a break what is shown is asked again at once, also while it is being asked', async () => {
  const { asked, shown, ready } = openPage()
  asked[0]!.resolve('nobody')
  await vi.waitFor(() => expect(shown()).toBe('nobody'))
  ready()
  await vi.waitFor(() => expect(asked).toHaveLength(2))
  ready()
  await vi.waitFor(() => expect(asked).toHaveLength(3))
})
