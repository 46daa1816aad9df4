import checkFile from 'eslint-plugin-check-file'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const exportedByName = { selector: 'ExportDefaultDeclaration', message: 'Name what you export.' }
const translated = {
  selector: 'JSXText[value=/[A-Za-zА-Яа-яЁё]/]',
  message: 'Texts come from the catalogue (src/locales), through t().',
}

export default tseslint.config(
  { ignores: ['.types/**', '**/dist/**', '**/*.js', '**/*.mjs', 'e2e/screenshots/**', 'test-results/**'] },
  tseslint.configs.strict,
  {
    plugins: { 'check-file': checkFile },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      'check-file/filename-naming-convention': [
        'error',
        { '**/*.{ts,tsx}': 'KEBAB_CASE' },
        { ignoreMiddleExtensions: true },
      ],
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
      'complexity': ['error', 12],
      'no-restricted-syntax': ['error', exportedByName],
    },
  },
  {
    files: ['web/src/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'no-restricted-syntax': ['error', exportedByName, translated],
    },
  },
  { files: ['**/*.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
)
