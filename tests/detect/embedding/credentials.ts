/** What each made-up key needs around it to be known: nothing, a name, or the connection string that it belongs to. */
import { builtinRules } from '../../../src/rules/catalogue.ts';
import { isOnByDefault } from '../../../src/rules/rule-file.ts';

export type Embedded = {
  readonly sample: string;
  readonly family: string;
  /** The words of the name that it is given under. */
  readonly words: readonly string[];
  readonly host: string;
  /** `§` is the key. */
  readonly value: string;
};

type Place = { readonly words: string; readonly host?: string; readonly value?: string };

const HOST = 'https://contoso.example.com';
/** A signature needs no name. */
const UNNAMED: Place = { words: 'setting one' };

const PLACES: Readonly<Record<string, Place>> = {
  'azure-legacy-key': { words: 'azure openai api key', host: 'https://contoso.openai.azure.com' },
  'azure-legacy-key-random': { words: 'azure openai api key', host: 'https://contoso.openai.azure.com' },
  // What is left of a key that was pasted behind the start of a name.
  'openai-key-body': { words: 'setting one', value: 'process.env.OPENAI_§' },
  'azure-api-management-altered-key': {
    words: 'apim subscription key',
    host: 'https://contoso.azure-api.net',
  },
  'azure-api-management-unsigned-key': {
    words: 'setting one',
    value: 'https://apim:git&202601010000&§@contoso.scm.azure-api.net/',
  },
  'azure-app-configuration-secret': {
    words: 'app config',
    value: 'Endpoint=https://contoso.azconfig.io;Id=abcd;Secret=§',
  },
  'azure-cosmos-unsigned-key': {
    words: 'cosmos connection',
    value: 'AccountEndpoint=https://contoso.documents.azure.com:443/;AccountKey=§;',
  },
  'azure-devops-altered-token': { words: 'azure devops pat', host: 'https://dev.azure.com/contoso' },
  'azure-entra-altered-secret': { words: 'azure client secret', host: 'https://login.microsoftonline.com' },
  'azure-entra-older-secret': { words: 'azure client secret', host: 'https://login.microsoftonline.com' },
  'azure-entra-other-secret': { words: 'azure client secret', host: 'https://login.microsoftonline.com' },
  'azure-event-grid-unsigned-key': {
    words: 'aeg sas key',
    host: 'https://orders.westeurope-1.eventgrid.azure.net',
  },
  'azure-iot-unsigned-key': {
    words: 'iot connection',
    value: 'HostName=contoso.azure-devices.net;DeviceId=d1;SharedAccessKey=§',
  },
  'azure-maps-subscription-key': { words: 'azure maps key', host: 'https://atlas.microsoft.com' },
  'azure-shared-access-key': {
    words: 'bus connection',
    value: 'Endpoint=sb://contoso.servicebus.windows.net/;SharedAccessKeyName=send;SharedAccessKey=§',
  },
  'azure-ml-endpoint-key': {
    words: 'azure ml api key',
    host: 'https://contoso.westeurope.inference.ml.azure.com',
  },
  'azure-ml-signed-key': {
    words: 'azure ml api key',
    host: 'https://contoso.westeurope.inference.ml.azure.com',
  },
  'azure-redis-altered-key': { words: 'redis password', host: 'https://contoso.redis.cache.windows.net' },
  'azure-redis-unsigned-key': {
    words: 'redis connection',
    value: 'contoso.redis.cache.windows.net:6380,password=§,ssl=True',
  },
  'azure-search-upper-key': { words: 'azure search admin key', host: 'https://contoso.search.windows.net' },
  'azure-search-altered-key': { words: 'azure search admin key', host: 'https://contoso.search.windows.net' },
  'azure-signalr-key': {
    words: 'signalr connection',
    value: 'Endpoint=https://contoso.service.signalr.net;AccessKey=§;Version=1.0;',
  },
  'azure-communication-services-access-key': {
    words: 'communication connection',
    value: 'endpoint=https://contoso.communication.azure.com/;accesskey=§',
  },
  'azure-sql-altered-password': { words: 'sql password', host: 'https://contoso.database.windows.net' },
  'openai-session-key': { words: 'openai session key', host: 'https://api.openai.com' },
  'azure-storage-unsigned-key': {
    words: 'storage connection',
    value: 'DefaultEndpointsProtocol=https;AccountName=contoso;AccountKey=§;EndpointSuffix=core.windows.net',
  },
};

/** Every sample that a rule's own examples have found, with a place where it is found. */
export function embeddedCredentials(): Embedded[] {
  return builtinRules()
    .filter(({ ruleset }) => isOnByDefault(ruleset))
    .flatMap(({ family, samples, examples }) =>
      Object.keys(samples)
        .filter((sample) => examples.some(({ finds }) => finds.some((text) => text.includes(`{{${sample}:`))))
        .map((sample): Embedded => {
          const { words, host = HOST, value = '§' } = PLACES[sample] ?? UNNAMED;
          return { sample, family, words: words.split(' '), host, value };
        }),
    );
}
