/** Files as people write them, with one value in them. */

/** A template's text holds `§` once, where the value goes. */
export type Template = {
  readonly id: string;
  readonly path: string;
  readonly write: (name: Name, host: string) => string;
  /** What may be put inside the quotes of a value to cut it in two, as its language joins texts. */
  readonly joints: readonly string[];
  /** Escapes that its language undoes. */
  readonly escapes: readonly ('json' | 'html')[];
};

/** A name in the notations of different languages. */
export type Name = {
  readonly upper: string;
  readonly snake: string;
  readonly kebab: string;
  readonly dotted: string;
  readonly camel: string;
  readonly pascal: string;
};

export const TEMPLATES: readonly Template[] = [
  {
    id: 'env',
    path: '.env',
    write: ({ upper }, host) => `PORT=8080\nENDPOINT=${host}\n${upper}=§\nDEBUG=1\n`,
    joints: [],
    escapes: [],
  },
  {
    id: 'shell',
    path: 'deploy.sh',
    write: ({ upper }, host) => `#!/bin/sh\nexport ENDPOINT="${host}"\nexport ${upper}="§"\n./run.sh\n`,
    joints: ['\\\n'],
    escapes: [],
  },
  {
    id: 'json',
    path: 'config.json',
    write: ({ camel }, host) => `{\n  "endpoint": "${host}",\n  "${camel}": "§",\n  "retries": 3\n}\n`,
    joints: [],
    escapes: ['json'],
  },
  {
    id: 'yaml',
    path: 'values.yaml',
    write: ({ camel }, host) => `app:\n  endpoint: ${host}\n  ${camel}: "§"\n  replicas: 2\n`,
    joints: [],
    escapes: ['json'],
  },
  {
    id: 'xml',
    path: 'web.config',
    write: ({ pascal }, host) =>
      `<appSettings>\n  <add key="Endpoint" value="${host}" />\n  <add key="${pascal}" value="§" />\n</appSettings>\n`,
    joints: [],
    escapes: ['html'],
  },
  {
    id: 'csharp',
    path: 'Settings.cs',
    write: ({ pascal }, host) =>
      `public static class Settings\n{\n    public const string Endpoint = "${host}";\n    public const string ${pascal} = "§";\n}\n`,
    joints: ['" + "', '"\n        + "'],
    escapes: ['json'],
  },
  {
    id: 'python',
    path: 'settings.py',
    write: ({ upper }, host) => `import os\n\nENDPOINT = "${host}"\n${upper} = "§"\n`,
    joints: ['" + "', '"\n    "', '" "'],
    escapes: ['json'],
  },
  {
    id: 'java',
    path: 'Settings.java',
    write: ({ upper }, host) =>
      `class Settings {\n  static final String ENDPOINT = "${host}";\n  static final String ${upper} = "§";\n}\n`,
    joints: ['" + "', '"\n      + "'],
    escapes: ['json'],
  },
  {
    id: 'go',
    path: 'settings.go',
    write: ({ camel }, host) => `package main\n\nvar (\n\tendpoint = "${host}"\n\t${camel} = "§"\n)\n`,
    joints: ['" + "', '" +\n\t\t"'],
    escapes: ['json'],
  },
  {
    id: 'typescript',
    path: 'settings.ts',
    write: ({ camel }, host) => `export const endpoint = '${host}';\nexport const ${camel} = '§';\n`,
    joints: ["' + '", "' +\n  '"],
    escapes: ['json'],
  },
  {
    id: 'ini',
    path: 'app.ini',
    write: ({ snake }, host) => `[app]\nendpoint = ${host}\n${snake} = §\n`,
    joints: [],
    escapes: [],
  },
  {
    id: 'toml',
    path: 'app.toml',
    write: ({ kebab }, host) => `[app]\nendpoint = "${host}"\n${kebab} = "§"\n`,
    joints: [],
    escapes: ['json'],
  },
  {
    id: 'properties',
    path: 'app.properties',
    write: ({ dotted }, host) => `# app\nendpoint=${host}\n${dotted}=§\n`,
    joints: [],
    escapes: ['json'],
  },
  {
    id: 'csv',
    path: 'settings.csv',
    write: ({ snake }, host) => `id,endpoint,${snake},note\n1,${host},"§",x\n`,
    joints: [],
    escapes: [],
  },
  {
    id: 'curl',
    path: 'call.sh',
    write: ({ kebab }, host) => `curl -s -H "${kebab}: §" -H "Accept: */*" ${host}/v1/items\n`,
    joints: ['\\\n'],
    escapes: [],
  },
  {
    id: 'header',
    path: 'call.http',
    write: ({ kebab }, host) => `GET ${host}/v1/items HTTP/1.1\r\n${kebab}: §\r\nAccept: */*\r\n\r\n`,
    joints: [],
    escapes: [],
  },
  {
    id: 'connection string',
    path: 'appsettings.json',
    write: ({ pascal }, host) =>
      `{ "ConnectionStrings": { "Service": "Endpoint=${host};${pascal}=§;Timeout=30" } }\n`,
    joints: [],
    escapes: ['json'],
  },
  {
    id: 'notebook',
    path: 'demo.ipynb',
    write: ({ upper }, host) =>
      `{"cells":[{"cell_type":"code","metadata":{},"outputs":[],"source":["ENDPOINT = \\"${host}\\"\\n",\n "${upper} = \\"§\\"\\n","print(1)"]}],"nbformat":4,"nbformat_minor":5}\n`,
    joints: ['\\" + \\"'],
    escapes: ['json'],
  },
];

/** `['azure', 'openai', 'key']` in all notations. */
export function nameOf(words: readonly string[]): Name {
  const pascal = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return {
    upper: words.join('_').toUpperCase(),
    snake: words.join('_'),
    kebab: words.join('-'),
    dotted: words.join('.'),
    camel: pascal.charAt(0).toLowerCase() + pascal.slice(1),
    pascal,
  };
}
