/* pool.h: threads that lint files, and one order in which the results come out, whatever their number. */
#ifndef MTL_CLI_POOL_H
#define MTL_CLI_POOL_H

#include "cli/files.h"

typedef struct mtl_pool mtl_pool;

/* NJOBS threads' worth of sessions. NULL and an error where CONFIG names something unknown. */
mtl_pool *mtl_pool_new(const mtl_ruleset *rules, const mtl_config *config, uint32_t njobs, mtl_err *err);
void mtl_pool_free(mtl_pool *pool);

/* Called in the calling thread, in order of the inputs, as the reports come; false stops the work. */
typedef struct mtl_receiver {
    bool (*report)(void *user, const mtl_report *report); /* borrowed */
    bool (*end)(void *user);                              /* an input has no more */
    void *user;
} mtl_receiver;

/* Lints all INPUTS. At most a few inputs per thread, and a few reports of each, wait for their turn, so memory does not grow with their
 * number. False if no thread could be started. */
bool mtl_pool_run(mtl_pool *pool, const mtl_inputs *inputs, const mtl_receiver *to, mtl_err *err);

#endif
