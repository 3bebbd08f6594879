import type { Node, Pattern, Program, Statement } from 'estree-jsx';
import type { Root as HastRoot } from 'hast';
import type { Root } from 'mdast';
import type { MdxjsEsm } from 'mdast-util-mdxjs-esm';
import type { ProblemInFile } from '../../content/problems';
import { EVALUATE_AT } from '../render/evaluate-at';
import { isDataImport, toDataConstants } from './data-imports';
import { type ComponentImport, isImport, listImported } from './imports';
import type { ParsedData } from './parse-data';
import type { Report } from './report';

type ModuleStatement = Program['body'][number];

/**
 * A remark and a rehype plugin that carry a post's `export` statements around next-mdx-remote, which removes them
 * without a word, report the components it imports, and report what a post cannot have: other imports, a default
 * export, a name exported twice.
 */
export function keepExports({ report, found, imported, data, problems }: Options) {
  const kept: MdxjsEsm[] = [];
  const names = new Set<string>();
  const collect = () => (tree: Root) => {
    for (const node of tree.children) {
      if (node.type !== 'mdxjsEsm') continue;
      const program = node.data?.estree;
      if (!program) continue;
      for (const statement of program.body) {
        checkStatement(statement, names, report);
        if (isImport(statement) && !isDataImport(statement))
          listImported(statement, report).forEach(imported);
      }
      program.body = program.body.flatMap((statement) => {
        if (!isImport(statement)) return [statement];
        if (!isDataImport(statement)) return [];
        return toDataConstants(statement, data, (problem) => problems.push(problem));
      });
      if (program.body.length === 0) continue;
      found();
      kept.push(node);
    }
  };
  const restore = () => (tree: HastRoot) => {
    tree.children.unshift(provideEvaluateAt(), ...kept);
  };
  return { collect, restore };
}

interface Options {
  readonly report: Report;
  /** Called for each group of statements that stay. */
  readonly found: () => void;
  readonly imported: (component: ComponentImport) => void;
  /** The data that the post imports, by the names of their files. */
  readonly data: ReadonlyMap<string, ParsedData>;
  readonly problems: ProblemInFile[];
}

/** Names that the `export` and `import` statements of a post declare. */
export function listExports(tree: Root): string[] {
  return tree.children.flatMap((node) =>
    node.type === 'mdxjsEsm' ? (node.data?.estree?.body ?? []).flatMap(listDeclared) : [],
  );
}

function checkStatement(statement: ModuleStatement, names: Set<string>, report: Report): void {
  if (!isImport(statement) && 'source' in statement && statement.source) {
    const remedy = 'Import a component and use it; values are declared with export const.';
    report(placeOf(statement), 'error', 'A post cannot export from another file.', remedy);
  }
  if (statement.type === 'ExportDefaultDeclaration') {
    const remedy = 'Give what is exported a name: export const name = …';
    report(placeOf(statement), 'error', 'A post has no default export.', remedy);
  }
  for (const name of listDeclared(statement)) {
    if (names.has(name)) {
      report(placeOf(statement), 'error', `The name "${name}" is declared twice.`, 'Rename one of the two.');
    }
    names.add(name);
  }
}

function listDeclared(statement: ModuleStatement): string[] {
  if (isImport(statement)) return statement.specifiers.map(({ local }) => local.name);
  if (statement.type !== 'ExportNamedDeclaration' || !statement.declaration) return [];
  return listNames(statement.declaration);
}

function listNames(declaration: Statement): string[] {
  if (declaration.type === 'VariableDeclaration') {
    return declaration.declarations.flatMap(({ id }) => listBound(id));
  }
  return 'id' in declaration && declaration.id ? [declaration.id.name] : [];
}

/** Names that a pattern binds: `a` and `b` of `{ a, c: [b] }`. */
export function listBound(pattern: Pattern): string[] {
  if (pattern.type === 'Identifier') return [pattern.name];
  if (pattern.type === 'AssignmentPattern') return listBound(pattern.left);
  if (pattern.type === 'RestElement') return listBound(pattern.argument);
  if (pattern.type === 'ArrayPattern')
    return pattern.elements.flatMap((item) => (item ? listBound(item) : []));
  if (pattern.type === 'ObjectPattern') {
    return pattern.properties.flatMap((property) =>
      listBound(property.type === 'Property' ? property.value : property),
    );
  }
  return [];
}

function placeOf(node: Node) {
  const { line, column } = node.loc?.start ?? { line: 1, column: 0 };
  return { line, column: column + 1 };
}

/** `const _evaluateAt = arguments[0].evaluateAt`: a compiled post is a function body. */
function provideEvaluateAt(): MdxjsEsm {
  return {
    type: 'mdxjsEsm',
    value: '',
    data: {
      estree: {
        type: 'Program',
        sourceType: 'module',
        comments: [],
        body: [
          {
            type: 'VariableDeclaration',
            kind: 'const',
            declarations: [
              {
                type: 'VariableDeclarator',
                id: { type: 'Identifier', name: EVALUATE_AT },
                init: {
                  type: 'MemberExpression',
                  optional: false,
                  computed: false,
                  object: {
                    type: 'MemberExpression',
                    optional: false,
                    computed: true,
                    object: { type: 'Identifier', name: 'arguments' },
                    property: { type: 'Literal', value: 0 },
                  },
                  property: { type: 'Identifier', name: 'evaluateAt' },
                },
              },
            ],
          },
        ],
      },
    },
  };
}
