"""The JSON Schema of a case takes what the model writes and refuses what the model refuses.

usage: check-schema.py SCHEMA WRITE_SAMPLE_CASE FULL BAD_CASES CASE...
"""
import copy
import json
import subprocess
import sys

import jsonschema


def read(path):
    with open(path, encoding='utf-8') as f:
        return json.load(f)


def damage(root, item):
    *parents, last = item['at'].split('/')[1:]
    node = root
    for part in parents:
        node = node[int(part)] if isinstance(node, list) else node[part]
    key = int(last) if isinstance(node, list) else last
    if 'value' in item:
        node[key] = item['value']
    else:
        del node[key]


def main(schema_path, writer, full_path, bad_path, *cases):
    schema = read(schema_path)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    wrong = []

    def must_pass(name, case):
        for error in validator.iter_errors(case):
            wrong.append(f'{name}: /{"/".join(map(str, error.absolute_path))}: {error.message[:200]}')

    for n in (0, 1, 2, 25):
        text = subprocess.run([writer, str(n)], stdout=subprocess.PIPE, check=True).stdout
        must_pass(f'written with {n} highlights', json.loads(text))
    for path in (full_path, *cases):
        must_pass(path, read(path))

    full = read(full_path)
    bad = read(bad_path)
    for item in bad:
        case = copy.deepcopy(full)
        damage(case, item)
        if validator.is_valid(case) != item.get('beyond_schema', False):
            wrong.append(f'{item["what"]}: {"refused, said to be beyond a schema" if "beyond_schema" in item else "taken"}')

    # Every member that the model writes is described, so that none is left to chance.
    described = {name: node.get('properties', {}) for name, node in [('case', schema), *schema['$defs'].items()]}
    for name, members in (('case', full), ('article', full['articles'][0]), ('sealed', full['articles'][0]['sealed']),
                          ('block', full['articles'][0]['blocks'][1]), ('block', full['articles'][0]['blocks'][2]),
                          ('link', full['articles'][0]['blocks'][1]['links'][0]),
                          ('evidence', full['evidence'][0]), ('evidence', full['evidence'][1]),
                          ('claim', full['claims'][0]), ('highlight', full['highlights'][0]),
                          ('narrative', full['narratives'][0]), ('relation', full['relations'][0]),
                          ('comment', full['comments'][0]), ('comment', full['comments'][1]),
                          ('entry', full['history'][2]),
                          ('inquiry', full['inquiries'][0]), ('inquiry', full['inquiries'][1]), ('waiver', full['waivers'][0])):
        for member in members:
            if member not in described[name]:
                wrong.append(f'{name}: {member} is not described')

    print('\n'.join(wrong))
    return 1 if wrong else 0


sys.exit(main(*sys.argv[1:]))
