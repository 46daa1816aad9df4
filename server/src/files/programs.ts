/** What runs when opened, by the name's end: Windows looks at nothing else. */
const programNames =
  /\.(exe|com|scr|pif|msi|msp|msix|appx|dll|sys|cpl|ocx|jar|class|apk|xapk|ipa|app|dmg|pkg|deb|rpm|run|bin|elf|so|lnk|url|reg|inf|gadget|application|iso|img|vhd)$/i

const scriptNames =
  /\.(bat|cmd|ps1|psm1|vbs|vbe|js|jse|mjs|ws|wsf|wsh|wsc|hta|sh|bash|command|py|pyw|rb|pl|php\d?|phtml|scf|jnlp)$/i

const magics: readonly Buffer[] = [
  Buffer.from('MZ'),
  Buffer.from('\x7fELF', 'latin1'),
  Buffer.from('feedface', 'hex'),
  Buffer.from('feedfacf', 'hex'),
  Buffer.from('cefaedfe', 'hex'),
  Buffer.from('cffaedfe', 'hex'),
  // Mach-O for several processors, and a Java class.
  Buffer.from('cafebabe', 'hex'),
  // A shortcut, which starts whatever it names.
  Buffer.from('4c0000000114020000000000c000000000000046', 'hex'),
  Buffer.from('\0asm', 'latin1'),
  Buffer.from('!<arch>'),
  Buffer.from('edabeedb', 'hex'),
]

export const hasProgramName = (name: string): boolean => programNames.test(name.trim())
export const hasScriptName = (name: string): boolean => scriptNames.test(name.trim())
export const isProgram = (head: Buffer): boolean => magics.some((magic) => head.subarray(0, magic.length).equals(magic))
