import { contentSecurityPolicy } from '../src/tooling/content-security-policy.mjs'
import { expect, test } from './fixtures.ts'

test('the page loads under its security policy', async ({ page }) => {
  const response = await page.goto('./')
  expect(response?.headers()['content-security-policy']).toBe(contentSecurityPolicy)
  const policy = page.locator('meta[http-equiv="Content-Security-Policy"]')
  await expect(policy).toHaveAttribute('content', contentSecurityPolicy)
  await expect(page).toHaveTitle(/Floatpath/)
  await expect(page.locator('#root > *').first()).toBeVisible()
})

test('code and styles that are not files of the page are refused', async ({ page, pageProblems }) => {
  await page.goto('./')
  await page.evaluate(() => {
    const style = document.createElement('style')
    style.textContent = 'body { display: none }'
    document.head.append(style)
  })
  await expect.poll(() => pageProblems.join('\n')).toContain('securitypolicyviolation: style-src')
  await expect(page.locator('body')).toBeVisible()
  pageProblems.length = 0
})
