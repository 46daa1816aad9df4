import { expect, test } from 'vitest'
import { inspectText } from './inspect-text.ts'

const refusal = (start: string): unknown => {
  try {
    return inspectText(Buffer.from(start), 'a.txt')
  } catch (error) {
    return (error as { params?: { reason?: string } }).params?.reason
  }
}

test.each([
  ['<html>', 'file-html'],
  ['\uFEFF \n<!DOCTYPE html>', 'file-html'],
  ['<!-- a --><!-- b -->\n<script>', 'file-html'],
  ['<!--><script>', 'file-html'],
  ['<?xml version="1.0"?>\n<!-- a --><svg>', 'file-svg'],
  ['Меньше <html> не бывает', 'text/plain'],
  ['<!-- not closed <html>', 'text/plain'],
])('%s is %s', (start, verdict) => {
  expect(refusal(start)).toBe(verdict)
})

test('a page of nothing but comments is looked through at once', () => {
  const began = performance.now()
  expect(refusal('<!---->'.repeat(585))).toBe('text/plain')
  expect(performance.now() - began).toBeLessThan(200)
})
