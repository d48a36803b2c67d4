/* dp-index.c: what was read from the cases of one library, kept for the next start
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/dp-index.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include "base/dp-file.h"

/* "DPix": so that a database of something else is told apart. */
#define APPLICATION_ID 0x44506978

/* How long to wait for another process that writes. */
#define BUSY_MILLISECONDS 2000

struct _DpIndex
{
  sqlite3 *db;
};

typedef sqlite3_stmt Statement;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Statement, sqlite3_finalize)

static const char schema[] =
    "CREATE TABLE cases ("
    " name BLOB PRIMARY KEY,"
    " stamp INTEGER NOT NULL,"
    " size INTEGER NOT NULL,"
    " id TEXT NOT NULL,"
    " title TEXT NOT NULL,"
    " outlet TEXT NOT NULL,"
    " date TEXT NOT NULL,"
    " state TEXT NOT NULL,"
    " modified TEXT NOT NULL"
    ") WITHOUT ROWID;"
    "CREATE TABLE narratives ("
    " name BLOB NOT NULL,"
    " position INTEGER NOT NULL,"
    " id TEXT NOT NULL,"
    " label TEXT NOT NULL,"
    " PRIMARY KEY (name, position)"
    ") WITHOUT ROWID;"
    "CREATE TABLE links ("
    " name BLOB NOT NULL,"
    " position INTEGER NOT NULL,"
    " kind TEXT NOT NULL,"
    " case_id TEXT NOT NULL,"
    " PRIMARY KEY (name, position)"
    ") WITHOUT ROWID;";

static gboolean
fail (DpIndex *self,
      GError **error)
{
  int code = sqlite3_errcode (self->db);

  g_set_error (error, G_IO_ERROR, code == SQLITE_CORRUPT || code == SQLITE_NOTADB ? G_IO_ERROR_INVALID_DATA : G_IO_ERROR_FAILED, "Index of the library: %s", sqlite3_errmsg (self->db));

  return FALSE;
}

static gboolean
run (DpIndex *self,
     const char *sql,
     GError **error)
{
  return sqlite3_exec (self->db, sql, NULL, NULL, NULL) == SQLITE_OK || fail (self, error);
}

static Statement *
prepare (DpIndex *self,
         const char *sql,
         GError **error)
{
  Statement *statement = NULL;

  if (sqlite3_prepare_v2 (self->db, sql, -1, &statement, NULL) != SQLITE_OK)
    fail (self, error);

  return statement;
}

static gboolean
read_number (DpIndex *self,
             const char *pragma,
             gint64 *number)
{
  g_autoptr (Statement) statement = prepare (self, pragma, NULL);

  if (statement == NULL || sqlite3_step (statement) != SQLITE_ROW)
    return FALSE;
  *number = sqlite3_column_int64 (statement, 0);

  return TRUE;
}

static gboolean
is_ours (DpIndex *self)
{
  gint64 application = 0;
  gint64 version = 0;

  return read_number (self, "PRAGMA application_id", &application) && application == APPLICATION_ID &&
         read_number (self, "PRAGMA user_version", &version) && version == DP_INDEX_VERSION;
}

static DpIndex *
connect_to (const char *path,
            GError **error)
{
  g_autoptr (DpIndex) self = g_new0 (DpIndex, 1);

  if (sqlite3_open_v2 (path, &self->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
    {
      fail (self, error);
      return NULL;
    }
  sqlite3_busy_timeout (self->db, BUSY_MILLISECONDS);
  /* A lost cache is cheap, a slow one is not. */
  run (self, "PRAGMA synchronous = OFF", NULL);

  return g_steal_pointer (&self);
}

/* Of two processes that do so at once the second finds the tables and leaves them alone. */
static gboolean
make_tables (DpIndex *self,
             GError **error)
{
  g_autofree char *marks = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d;", APPLICATION_ID, DP_INDEX_VERSION);

  if (!run (self, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (is_ours (self))
    return run (self, "COMMIT", error);

  return run (self, schema, error) && run (self, marks, error) && run (self, "COMMIT", error);
}

static void
remove_files (const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);

  g_unlink (path);
  g_unlink (journal);
}

GFile *
dp_index_get_file (GFile *cache_folder,
                   GFile *library)
{
  g_autofree char *uri = g_file_get_uri (library);
  g_autoptr (GBytes) bytes = g_bytes_new (uri, strlen (uri));
  g_autofree char *digest = dp_sha256 (bytes);
  g_autofree char *name = g_strdup_printf ("library-%.16s.sqlite", digest);

  return g_file_get_child (cache_folder, name);
}

void
dp_index_close (DpIndex *self)
{
  sqlite3_close (self->db);
  g_free (self);
}

static char *
dup_column (Statement *statement,
            int column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  return text != NULL ? g_utf8_make_valid (text, -1) : g_strdup ("");
}

static void
take_column (char **member,
             Statement *statement,
             int column)
{
  g_free (*member);
  *member = dup_column (statement, column);
}

static char *
dup_name (Statement *statement)
{
  const char *name = sqlite3_column_blob (statement, 0);

  return name != NULL ? g_strndup (name, sqlite3_column_bytes (statement, 0)) : g_strdup ("");
}

static gboolean
load_cases (DpIndex *self,
            GHashTable *all,
            GError **error)
{
  g_autoptr (Statement) statement = prepare (self, "SELECT name, stamp, size, id, title, outlet, date, state, modified FROM cases", error);
  int result;

  if (statement == NULL)
    return FALSE;

  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      g_autofree char *name = dup_name (statement);
      DpStamp stamp = { sqlite3_column_int64 (statement, 1), sqlite3_column_int64 (statement, 2) };
      g_autoptr (DpCaseFacts) facts = dp_case_facts_new (name, stamp);
      g_autofree char *state = dup_column (statement, 7);

      take_column (&facts->id, statement, 3);
      take_column (&facts->title, statement, 4);
      take_column (&facts->outlet, statement, 5);
      take_column (&facts->date, statement, 6);
      take_column (&facts->modified, statement, 8);
      /* One that this version does not know is read again. */
      if (!dp_case_state_from_nick (state, &facts->state))
        continue;

      g_hash_table_replace (all, facts->name, dp_case_facts_ref (facts));
    }

  return result == SQLITE_DONE || fail (self, error);
}

static void
end_narratives (DpCaseFacts *facts,
                GPtrArray *ids,
                GPtrArray *labels)
{
  if (facts == NULL || ids->len == 0)
    return;

  g_ptr_array_add (ids, NULL);
  g_ptr_array_add (labels, NULL);
  g_strfreev (facts->narrative_ids);
  facts->narrative_ids = (char **) g_ptr_array_steal (ids, NULL);
  g_strfreev (facts->narratives);
  facts->narratives = (char **) g_ptr_array_steal (labels, NULL);
}

static gboolean
load_narratives (DpIndex *self,
                 GHashTable *all,
                 GError **error)
{
  g_autoptr (Statement) statement = prepare (self, "SELECT name, id, label FROM narratives ORDER BY name, position", error);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  DpCaseFacts *current = NULL;
  int result;

  if (statement == NULL)
    return FALSE;

  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      g_autofree char *name = dup_name (statement);
      DpCaseFacts *facts = g_hash_table_lookup (all, name);

      if (facts != current)
        end_narratives (current, ids, labels);
      current = facts;
      if (facts == NULL)
        continue;
      g_ptr_array_add (ids, dup_column (statement, 1));
      g_ptr_array_add (labels, dup_column (statement, 2));
    }
  end_narratives (current, ids, labels);

  return result == SQLITE_DONE || fail (self, error);
}

static gboolean
load_links (DpIndex *self,
            GHashTable *all,
            GError **error)
{
  g_autoptr (Statement) statement = prepare (self, "SELECT name, kind, case_id FROM links ORDER BY name, position", error);
  int result;

  if (statement == NULL)
    return FALSE;

  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      g_autofree char *name = dup_name (statement);
      g_autofree char *nick = dup_column (statement, 1);
      g_autofree char *case_id = dup_column (statement, 2);
      DpCaseFacts *facts = g_hash_table_lookup (all, name);
      DpRelationKind kind;

      if (facts != NULL && dp_relation_kind_from_nick (nick, &kind))
        dp_case_facts_add_link (facts, kind, case_id);
    }

  return result == SQLITE_DONE || fail (self, error);
}

static GHashTable *
load (DpIndex *self,
      GError **error)
{
  g_autoptr (GHashTable) all = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) dp_case_facts_unref);

  if (!run (self, "BEGIN", error) ||
      !load_cases (self, all, error) ||
      !load_narratives (self, all, error) ||
      !load_links (self, all, error) ||
      !run (self, "COMMIT", error))
    return NULL;

  return g_steal_pointer (&all);
}

/* What cannot be read to its end is no index of ours either. */
static DpIndex *
open_existing (const char *path,
               GHashTable **known)
{
  g_autoptr (DpIndex) self = connect_to (path, NULL);
  GHashTable *all = self != NULL && is_ours (self) ? load (self, NULL) : NULL;

  if (all == NULL)
    return NULL;
  *known = all;

  return g_steal_pointer (&self);
}

static DpIndex *
open_new (const char *path,
          GHashTable **known,
          GError **error)
{
  g_autoptr (DpIndex) self = NULL;
  GHashTable *all;

  remove_files (path);
  self = connect_to (path, error);
  if (self == NULL || !make_tables (self, error) || (all = load (self, error)) == NULL)
    return NULL;
  *known = all;

  return g_steal_pointer (&self);
}

DpIndex *
dp_index_open (GFile *file,
               GHashTable **known,
               GError **error)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  const char *path = g_file_peek_path (file);
  DpIndex *self;

  g_return_val_if_fail (path != NULL, NULL);

  if (g_mkdir_with_parents (g_file_peek_path (folder), 0700) != 0)
    {
      int code = errno;

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), "Cannot make the folder “%s”: %s", g_file_peek_path (folder), g_strerror (code));
      return NULL;
    }

  self = open_existing (path, known);

  return self != NULL ? self : open_new (path, known, error);
}

static void
bind_name (Statement *statement,
           const char *name)
{
  sqlite3_bind_blob (statement, 1, name, strlen (name), SQLITE_STATIC);
}

static void
bind_text (Statement *statement,
           int column,
           const char *text)
{
  sqlite3_bind_text (statement, column, text, -1, SQLITE_STATIC);
}

static gboolean
step (DpIndex *self,
      Statement *statement,
      GError **error)
{
  gboolean done = sqlite3_step (statement) == SQLITE_DONE || fail (self, error);

  sqlite3_reset (statement);

  return done;
}

typedef struct
{
  Statement *delete_case;
  Statement *delete_narratives;
  Statement *delete_links;
  Statement *insert_case;
  Statement *insert_narrative;
  Statement *insert_link;
} Writer;

static void
writer_clear (Writer *self)
{
  sqlite3_finalize (self->delete_case);
  sqlite3_finalize (self->delete_narratives);
  sqlite3_finalize (self->delete_links);
  sqlite3_finalize (self->insert_case);
  sqlite3_finalize (self->insert_narrative);
  sqlite3_finalize (self->insert_link);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writer, writer_clear)

static gboolean
writer_prepare (Writer *self,
                DpIndex *index,
                GError **error)
{
  return (self->delete_case = prepare (index, "DELETE FROM cases WHERE name = ?1", error)) != NULL &&
         (self->delete_narratives = prepare (index, "DELETE FROM narratives WHERE name = ?1", error)) != NULL &&
         (self->delete_links = prepare (index, "DELETE FROM links WHERE name = ?1", error)) != NULL &&
         (self->insert_case = prepare (index, "INSERT INTO cases VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)", error)) != NULL &&
         (self->insert_narrative = prepare (index, "INSERT INTO narratives VALUES (?1, ?2, ?3, ?4)", error)) != NULL &&
         (self->insert_link = prepare (index, "INSERT INTO links VALUES (?1, ?2, ?3, ?4)", error)) != NULL;
}

static gboolean
remove_case (DpIndex *self,
             Writer *writer,
             const char *name,
             GError **error)
{
  bind_name (writer->delete_case, name);
  bind_name (writer->delete_narratives, name);
  bind_name (writer->delete_links, name);

  return step (self, writer->delete_case, error) &&
         step (self, writer->delete_narratives, error) &&
         step (self, writer->delete_links, error);
}

static gboolean
insert_lists (DpIndex *self,
              Writer *writer,
              const DpCaseFacts *facts,
              GError **error)
{
  for (guint i = 0; facts->narrative_ids[i] != NULL; i++)
    {
      bind_name (writer->insert_narrative, facts->name);
      sqlite3_bind_int64 (writer->insert_narrative, 2, i);
      bind_text (writer->insert_narrative, 3, facts->narrative_ids[i]);
      bind_text (writer->insert_narrative, 4, facts->narratives[i]);
      if (!step (self, writer->insert_narrative, error))
        return FALSE;
    }

  for (guint i = 0; i < facts->links->len; i++)
    {
      const DpLink *link = &g_array_index (facts->links, DpLink, i);

      bind_name (writer->insert_link, facts->name);
      sqlite3_bind_int64 (writer->insert_link, 2, i);
      bind_text (writer->insert_link, 3, dp_relation_kind_to_nick (link->kind));
      bind_text (writer->insert_link, 4, link->case_id);
      if (!step (self, writer->insert_link, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_case (DpIndex *self,
             Writer *writer,
             const DpCaseFacts *facts,
             GError **error)
{
  Statement *statement = writer->insert_case;

  bind_name (statement, facts->name);
  sqlite3_bind_int64 (statement, 2, facts->stamp.modified);
  sqlite3_bind_int64 (statement, 3, facts->stamp.size);
  bind_text (statement, 4, facts->id);
  bind_text (statement, 5, facts->title);
  bind_text (statement, 6, facts->outlet);
  bind_text (statement, 7, facts->date);
  bind_text (statement, 8, dp_case_state_to_nick (facts->state));
  bind_text (statement, 9, facts->modified);

  return step (self, statement, error) && insert_lists (self, writer, facts, error);
}

static gboolean
store_all (DpIndex *self,
           GPtrArray *changed,
           GPtrArray *gone,
           GError **error)
{
  g_auto (Writer) writer = { 0 };

  if (!writer_prepare (&writer, self, error))
    return FALSE;

  for (guint i = 0; i < gone->len; i++)
    {
      if (!remove_case (self, &writer, g_ptr_array_index (gone, i), error))
        return FALSE;
    }

  for (guint i = 0; i < changed->len; i++)
    {
      const DpCaseFacts *facts = g_ptr_array_index (changed, i);

      if (!remove_case (self, &writer, facts->name, error))
        return FALSE;
      if (*facts->problem == '\0' && !insert_case (self, &writer, facts, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
dp_index_store (DpIndex *self,
                GPtrArray *changed,
                GPtrArray *gone,
                GError **error)
{
  if (!run (self, "BEGIN IMMEDIATE", error))
    return FALSE;

  if (!store_all (self, changed, gone, error) || !run (self, "COMMIT", error))
    {
      run (self, "ROLLBACK", NULL);
      return FALSE;
    }

  return TRUE;
}
