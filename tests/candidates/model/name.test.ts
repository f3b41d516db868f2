import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { fold, foldedWords } from '../../../src/candidates/model/fold.ts'
import { initials, nameKey, nameParts, nameWords, sortKey } from '../../../src/candidates/model/name.ts'
import { areForms } from '../../../src/candidates/model/nicknames.ts'

describe('a name', () => {
  test.each([
    ['José Ñúñez', 'José', 'Ñúñez'],
    ['Dr. Anna von der Heide', 'Anna', 'von der Heide'],
    ['García López, María José', 'María José', 'García López'],
    ['Martin Luther King Jr.', 'Martin Luther', 'King'],
    ['Martin King, Jr.', 'Martin', 'King'],
    ['李小龙', '小龙', '李'],
    ['김민준', '민준', '김'],
    ['Sukarno', 'Sukarno', ''],
    ['  Ada   Lovelace ', 'Ada', 'Lovelace'],
    ['', '', ''],
  ])('%j is taken apart', (full, given, family) => {
    expect(nameParts({ full })).toEqual({ given, family, guessed: true })
  })

  it('is never guessed where its owner gave the parts', () => {
    const name = { full: 'Nagy Anna Mária', given: 'Anna Mária', family: 'Nagy' }
    expect(nameParts(name)).toEqual({ given: 'Anna Mária', family: 'Nagy', guessed: false })
  })

  test.each([
    ['Ada Lovelace', 'AL'],
    ['Sukarno', 'S'],
    ['Martin Luther King Jr.', 'MK'],
    ['García López, María', 'MG'],
    ['Юрий Щербаков', 'ЮЩ'],
    ['李小龙', '李'],
    ['anna von der heide', 'AH'],
    ['Ångström', 'Å'],
    ['👩‍🚀', '👩‍🚀'],
    ['', ''],
  ])('%j has the initials %j', (full, signs) => {
    expect(initials(full)).toBe(signs)
  })

  test.each([
    ['Ólafur Élan', 'elan, olafur'],
    ['Sukarno', 'sukarno'],
    ['Dr. Bob Smith', 'smith, bob'],
  ])('%j sorts as %j', (full, key) => {
    expect(sortKey({ full })).toBe(key)
  })

  it('has one key in any order, case and accent, without its particles', () => {
    expect(nameKey('Ludwig van BEETHOVEN')).toBe(nameKey('Beethoven, Lüdwig'))
    expect(nameKey('Юрий Щербаков')).toBe(nameKey('Shcherbakov Iurii'))
  })

  it('keeps a particle that is the whole family name', () => {
    expect(nameWords({ full: 'Minh Le' })).toEqual({ given: ['minh'], family: ['le'] })
  })

  it('can be folded twice with the same result, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldedWords(foldedWords(text).join(' '))).toEqual(foldedWords(text))
      }),
    )
  })

  it('keeps the vowels of Indic scripts and drops Arabic vowel signs', () => {
    expect(fold('शर्मा')).toBe('शर्मा')
    expect(fold('عَلي')).toBe('علي')
  })

  test.each([
    ['edward', 'eddy', true],
    ['johannes', 'hans', true],
    ['aleksandr', 'sasha', true],
    ['william', 'guillermo', true],
    ['edward', 'edith', false],
    ['anna', 'otto', false],
  ])('%s and %s are forms of one name: %s', (a, b, expected) => {
    expect(areForms(a, b)).toBe(expected)
    expect(areForms(b, a)).toBe(expected)
  })
})
