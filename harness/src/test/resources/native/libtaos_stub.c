/*
 * A client library of TDengine without a server: statements say what it hands out.
 *
 * Compiled with VERSION 2 it is as taos.h and taosdef.h of 2.2.2.10 have it, with 3 as taos.h of
 * 3.3.6.6, with 30 as the early 3.x, which lack some functions, with 0 it ends the process that
 * loads it. Statements:
 *
 *   affect N       changes N rows
 *   fail CODE      fails with CODE (hexadecimal) and a message in UTF-8
 *   nothing        gives no result object
 *   wait FILE      creates FILE.entered and runs until FILE is there or the query is killed
 *   file FILE      3.x: hands out the columns and raw blocks of FILE
 *   fails later    fails at the first fetch
 *   types          2.x: every type, with NULL in the last row
 *   twice          2.x: two blocks of different widths of rows
 *   empty          a result without rows
 *   unknown type   a column of a type that nobody knows
 *
 * What was freed is kept, so that a second time is seen.
 */
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#if VERSION == 2
typedef struct {
  char name[65];
  uint8_t type;
  int16_t bytes;
} field;
#else
typedef struct {
  char name[65];
  int8_t type;
  int32_t bytes;
} field;

typedef struct {
  char name[65];
  int8_t type;
  uint8_t precision;
  uint8_t scale;
  int32_t bytes;
} field_e;
#endif

enum { MOST_COLUMNS = 4096, MOST_BLOCKS = 8, NAME = 65 };

typedef struct {
  int32_t rows;
  int32_t length;
  char *bytes;
} block;

typedef struct {
  int code;
  const char *message;
  int64_t affected;
  int precision;
  int columns;
  field fields[MOST_COLUMNS];
#if VERSION != 2
  field_e fields_e[MOST_COLUMNS];
#endif
  int blocks;
  int next;
  block data[MOST_BLOCKS];
  int fails_later;
  int widths[MOST_COLUMNS];
  void *addresses[MOST_COLUMNS];
  int freed;
} result;

typedef struct {
  volatile int killed;
  volatile int running;
} connection;

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int made, freed, freed_twice, opened, closed, closed_while_running, kills;
static char zone[64];
static __thread int last_code;
static __thread const char *last_message = "success";

int stub_made(void) { return made; }
int stub_freed(void) { return freed; }
int stub_freed_twice(void) { return freed_twice; }
int stub_opened(void) { return opened; }
int stub_closed(void) { return closed; }
int stub_closed_while_running(void) { return closed_while_running; }
int stub_kills(void) { return kills; }
const char *stub_zone(void) { return zone; }

#if VERSION == 0
__attribute__((constructor)) static void end(void) { _exit(3); }
#endif

static void count(int *counter) {
  pthread_mutex_lock(&lock);
  ++*counter;
  pthread_mutex_unlock(&lock);
}

static void *refuse(int code, const char *message) {
  last_code = (int)(0x80000000u | (unsigned)code);
  last_message = message;
  return NULL;
}

const char *taos_get_client_info(void) {
  return VERSION == 2 ? "2.2.2.10" : VERSION == 30 ? "3.0.0.0" : "3.3.6.6";
}

void *taos_connect(
    const char *ip, const char *user, const char *pass, const char *db, uint16_t port) {
  if (strcmp(ip, "localhost") != 0) {
    return refuse(0x000B, "Unable to establish connection");
  }
  if (strcmp(user, "root") != 0 || strcmp(pass, "pässword") != 0) {
    return refuse(0x0357, "Authentication failure");
  }
  if (db != NULL && strcmp(db, "there") != 0) {
    return refuse(0x0388, "Database not exist");
  }
  if (port != 60300) {
    return refuse(0x000B, "the port arrived as another number");
  }
  count(&opened);
  return calloc(1, sizeof(connection));
}

void taos_close(void *taos) {
  if (((connection *)taos)->running > 0) {
    count(&closed_while_running);
  }
  count(&closed);
}

static result *make(void) {
  count(&made);
  return calloc(1, sizeof(result));
}

static void name_column(result *made_result, int type, const char *name, int bytes) {
  int column = made_result->columns++;
  strncpy(made_result->fields[column].name, name, NAME - 1);
  made_result->fields[column].type = type;
  made_result->fields[column].bytes = bytes;
#if VERSION != 2
  strncpy(made_result->fields_e[column].name, name, NAME - 1);
  made_result->fields_e[column].type = type;
  made_result->fields_e[column].bytes = bytes;
#endif
}

static int is_there(const char *file) { return access(file, F_OK) == 0; }

static void wait_for(connection *taos, result *waiting, const char *file) {
  char entered[4096];
  snprintf(entered, sizeof entered, "%s.entered", file);
  taos->killed = 0;
  fclose(fopen(entered, "w"));
  while (!is_there(file)) {
    if (taos->killed) {
      waiting->code = (int)0x80000115;
      waiting->message = "the query was killed";
      return;
    }
    usleep(2000);
  }
  waiting->affected = 1;
}

#if VERSION == 2
static void column_of(
    result *made_result, int type, const char *name, int bytes, int width, const void *cells) {
  made_result->widths[made_result->columns] = width;
  made_result->addresses[made_result->columns] = (void *)cells;
  name_column(made_result, type, name, bytes);
}

/* Text as a cell: its length in two bytes, then its bytes. */
#define TEXT(WIDTH)      \
  struct {               \
    uint16_t length;     \
    char text[WIDTH];    \
  } __attribute__((packed))

static const uint8_t bools[] = {1, 0, 2};
static const int8_t tinies[] = {127, -127, -128};
static const int16_t smalls[] = {32767, -32767, -32768};
static const int32_t ints[] = {2147483647, -2147483647, (-2147483647 - 1)};
static const int64_t bigs[] = {INT64_MAX, -INT64_MAX, INT64_MIN};
static const uint32_t floats[] = {0x3FC00000, 0x80000000, 0x7FF00000};
static const uint64_t doubles[] = {
    0x3FF8000000000000, 0x7FEFFFFFFFFFFFFF, 0x7FFFFF0000000000};
static const TEXT(6) binaries[] = {{3, "abc"}, {0, ""}, {1, "\xFF"}};
static const int64_t times[] = {1500000000123456, -1, INT64_MIN};
static const TEXT(24) nchars[] = {
    {6, "\xE6\x8A\xA5\xE8\xAD\xA6"}, {4, "\xF0\x9F\x98\x80"}, {4, "\xFF\xFF\xFF\xFF"}};
static const uint8_t utinies[] = {0, 254, 255};
static const uint16_t usmalls[] = {0, 65534, 65535};
static const uint32_t uints[] = {0, 4294967294u, 4294967295u};
static const uint64_t ubigs[] = {0, 18446744073709551614u, 18446744073709551615u};

static void give_types(result *types) {
  types->precision = 1;
  column_of(types, 1, "bool", 1, 1, bools);
  column_of(types, 2, "tinyint", 1, 1, tinies);
  column_of(types, 3, "smallint", 2, 2, smalls);
  column_of(types, 4, "int", 4, 4, ints);
  column_of(types, 5, "bigint", 8, 8, bigs);
  column_of(types, 6, "float", 4, 4, floats);
  column_of(types, 7, "double", 8, 8, doubles);
  column_of(types, 8, "binary", 6, sizeof *binaries, binaries);
  column_of(types, 9, "timestamp", 8, 8, times);
  column_of(types, 10, "nchar", 6, sizeof *nchars, nchars);
  column_of(types, 11, "tinyint unsigned", 1, 1, utinies);
  column_of(types, 12, "smallint unsigned", 2, 2, usmalls);
  column_of(types, 13, "int unsigned", 4, 4, uints);
  column_of(types, 14, "bigint unsigned", 8, 8, ubigs);
  types->blocks = 1;
  types->data[0].rows = 3;
}

static void give_twice(result *twice) {
  column_of(
      twice,
      4,
      "n234567890123456789012345678901234567890123456789012345678901234",
      4,
      4,
      ints);
  column_of(twice, 8, "wide", 16374, sizeof *binaries, binaries);
  twice->blocks = 2;
  twice->data[0].rows = 2;
  twice->data[1].rows = 3;
}
#else
static int32_t number(FILE *file) {
  int32_t value = 0;
  if (fread(&value, sizeof value, 1, file) != 1) {
    abort();
  }
  return value;
}

static void read_file(result *read, const char *name) {
  FILE *file = fopen(name, "rb");
  if (file == NULL) {
    read->code = (int)0x80000002;
    read->message = "no such file";
    return;
  }
  int columns = number(file);
  read->precision = number(file);
  read->blocks = number(file);
  for (int column = 0; column < columns; column++) {
    char text[NAME + 1] = "";
    if (fread(text, 1, NAME, file) != NAME) {
      abort();
    }
    int type = number(file);
    int precision = number(file);
    int scale = number(file);
    name_column(read, type, text, number(file));
    read->fields_e[column].precision = precision;
    read->fields_e[column].scale = scale;
  }
  for (int each = 0; each < read->blocks; each++) {
    read->data[each].rows = number(file);
    read->data[each].length = number(file);
    read->data[each].bytes = malloc(read->data[each].length);
    if (fread(read->data[each].bytes, 1, read->data[each].length, file)
        != (size_t)read->data[each].length) {
      abort();
    }
  }
  fclose(file);
}
#endif

static void execute(connection *taos, result *made_result, const char *sql) {
  if (strncmp(sql, "affect ", 7) == 0) {
    made_result->affected = atoll(sql + 7);
  } else if (strncmp(sql, "fail ", 5) == 0) {
    made_result->code = (int)(0x80000000u | strtoul(sql + 5, NULL, 16));
    made_result->message = "schlägt fehl: 报警";
  } else if (strncmp(sql, "wait ", 5) == 0) {
    wait_for(taos, made_result, sql + 5);
  } else if (strcmp(sql, "fails later") == 0) {
    name_column(made_result, 4, "n", 4);
    made_result->fails_later = 1;
  } else if (strcmp(sql, "empty") == 0) {
    name_column(made_result, 4, "n", 4);
  } else if (strcmp(sql, "unknown type") == 0) {
    name_column(made_result, 99, "n", 4);
#if VERSION == 2
  } else if (strcmp(sql, "types") == 0) {
    give_types(made_result);
  } else if (strcmp(sql, "twice") == 0) {
    give_twice(made_result);
#else
  } else if (strncmp(sql, "file ", 5) == 0) {
    read_file(made_result, sql + 5);
#endif
  } else {
    made_result->code = (int)0x80002600;
    made_result->message = "syntax error";
  }
}

void *taos_query(void *taos, const char *sql) {
  if (strcmp(sql, "nothing") == 0) {
    return refuse(0x0102, "Out of memory");
  }
  connection *open = taos;
  __sync_fetch_and_add(&open->running, 1);
  result *made_result = make();
  execute(open, made_result, sql);
  __sync_fetch_and_sub(&open->running, 1);
  return made_result;
}

int taos_errno(void *res) { return res == NULL ? last_code : ((result *)res)->code; }

const char *taos_errstr(void *res) {
  if (res == NULL) {
    return last_message;
  }
  return ((result *)res)->code == 0 ? "success" : ((result *)res)->message;
}

int taos_field_count(void *res) { return ((result *)res)->columns; }

int taos_affected_rows(void *res) { return (int)((result *)res)->affected; }

field *taos_fetch_fields(void *res) { return ((result *)res)->fields; }

int taos_result_precision(void *res) { return ((result *)res)->precision; }

void taos_free_result(void *res) {
  result *gone = res;
  count(gone->freed ? &freed_twice : &freed);
  gone->freed = 1;
}

int *taos_fetch_lengths(void *res) { return ((result *)res)->widths; }

static block *next_block(result *res) {
  if (res->fails_later) {
    res->code = (int)0x80000013;
    res->message = "the server went away";
    return NULL;
  }
  return res->next < res->blocks ? &res->data[res->next++] : NULL;
}

int taos_fetch_block(void *res, void ***rows) {
  block *next = next_block(res);
  *rows = ((result *)res)->addresses;
  return next == NULL ? 0 : next->rows;
}

#if VERSION != 2
int taos_fetch_raw_block(void *res, int *rows, void **data) {
  block *next = next_block(res);
  *rows = next == NULL ? 0 : next->rows;
  *data = next == NULL ? NULL : next->bytes;
  return ((result *)res)->code;
}

void taos_kill_query(void *taos) {
  count(&kills);
  ((connection *)taos)->killed = 1;
}
#endif

#if VERSION == 3
field_e *taos_fetch_fields_e(void *res) { return ((result *)res)->fields_e; }

int64_t taos_affected_rows64(void *res) { return ((result *)res)->affected; }

int taos_options_connection(void *taos, int option, const void *value, ...) {
  if (taos == NULL || option != 1 || strchr(value, '?') != NULL) {
    refuse(0x0115, "this is no time zone");
    return last_code;
  }
  strncpy(zone, value, sizeof zone - 1);
  return 0;
}
#endif
