#include "cli/pool.h"

#include "base/err.h"

#include <pthread.h>
#include <stdlib.h>

enum { WAITING_PER_JOB = 4 };

typedef struct slot { /* one input under way */
    bool done;
    mtl_report **reports;
    size_t n, cap;
} slot;

struct mtl_pool {
    mtl_session **sessions;
    slot *slots; /* of input i: slots[i % nslots] */
    uint32_t njobs, nslots;
    const mtl_inputs *inputs;
    pthread_mutex_t lock; /* guards what follows, and done of each slot */
    pthread_cond_t changed;
    uint32_t taken, given; /* inputs begun by a thread; inputs handed to the caller */
    bool stop;
};

typedef struct worker {
    pthread_t thread;
    mtl_pool *pool;
    mtl_session *session;
} worker;

mtl_pool *mtl_pool_new(const mtl_ruleset *rules, const mtl_config *config, uint32_t njobs, mtl_err *err)
{
    mtl_pool *pool = mtl_must_alloc(sizeof *pool);
    *pool = (mtl_pool){.nslots = njobs * WAITING_PER_JOB};
    pthread_mutex_init(&pool->lock, NULL);
    pthread_cond_init(&pool->changed, NULL);
    pool->sessions = mtl_must_alloc(njobs * sizeof(mtl_session *));
    pool->slots = mtl_must_alloc(pool->nslots * sizeof(slot));
    memset(pool->slots, 0, pool->nslots * sizeof(slot));
    while (pool->njobs < njobs) {
        mtl_session *session = mtl_session_new(rules, config, err);
        if (!session) {
            mtl_pool_free(pool);
            return NULL;
        }
        pool->sessions[pool->njobs++] = session;
    }
    return pool;
}

static void clear(slot *s)
{
    for (size_t i = 0; i < s->n; i++)
        mtl_report_free(s->reports[i]);
    free(s->reports);
    *s = (slot){0};
}

void mtl_pool_free(mtl_pool *pool)
{
    if (!pool)
        return;
    for (uint32_t i = 0; i < pool->nslots; i++)
        clear(&pool->slots[i]);
    for (uint32_t i = 0; i < pool->njobs; i++)
        mtl_session_free(pool->sessions[i]);
    pthread_cond_destroy(&pool->changed);
    pthread_mutex_destroy(&pool->lock);
    free(pool->slots);
    free(pool->sessions);
    free(pool);
}

static void keep(void *user, mtl_report *report)
{
    slot *s = user;
    if (s->n == s->cap) {
        s->cap = s->cap ? s->cap * 2 : 1;
        s->reports = mtl_must_realloc(s->reports, s->cap * sizeof(mtl_report *));
    }
    s->reports[s->n++] = report;
}

/* The next input to lint, once there is a slot for it; false when there is none left. */
static bool take(mtl_pool *pool, uint32_t *input)
{
    pthread_mutex_lock(&pool->lock);
    while (!pool->stop && pool->taken < pool->inputs->n && pool->taken - pool->given >= pool->nslots)
        pthread_cond_wait(&pool->changed, &pool->lock);
    const bool some = !pool->stop && pool->taken < pool->inputs->n;
    if (some)
        *input = pool->taken++;
    pthread_mutex_unlock(&pool->lock);
    return some;
}

static void *work(void *user)
{
    const worker *w = user;
    mtl_pool *pool = w->pool;
    for (uint32_t i; take(pool, &i);) {
        const mtl_input *input = &pool->inputs->items[i];
        slot *s = &pool->slots[i % pool->nslots];
        if (input->text.p)
            mtl_lint_text(w->session, mtl_cstr(input->path), input->text, keep, s);
        else
            mtl_lint_file(w->session, input->path, keep, s);
        pthread_mutex_lock(&pool->lock);
        s->done = true;
        pthread_cond_broadcast(&pool->changed);
        pthread_mutex_unlock(&pool->lock);
    }
    return NULL;
}

static void hand_over(mtl_pool *pool, mtl_done_fn *done, void *user)
{
    for (uint32_t i = 0; i < pool->inputs->n && !pool->stop; i++) {
        slot *s = &pool->slots[i % pool->nslots];
        pthread_mutex_lock(&pool->lock);
        while (!s->done)
            pthread_cond_wait(&pool->changed, &pool->lock);
        pthread_mutex_unlock(&pool->lock);
        const bool more = done(user, &pool->inputs->items[i], s->reports, s->n);
        clear(s);
        pthread_mutex_lock(&pool->lock);
        pool->given = i + 1;
        pool->stop = !more;
        pthread_cond_broadcast(&pool->changed);
        pthread_mutex_unlock(&pool->lock);
    }
}

bool mtl_pool_run(mtl_pool *pool, const mtl_inputs *inputs, mtl_done_fn *done, void *user, mtl_err *err)
{
    pool->inputs = inputs;
    pool->taken = pool->given = 0;
    pool->stop = false;
    worker *workers = mtl_must_alloc(pool->njobs * sizeof(worker));
    uint32_t n = 0;
    for (; n < pool->njobs; n++) {
        workers[n] = (worker){.pool = pool, .session = pool->sessions[n]};
        if (pthread_create(&workers[n].thread, NULL, work, &workers[n]) != 0)
            break; /* fewer will do */
    }
    if (n)
        hand_over(pool, done, user);
    for (uint32_t i = 0; i < n; i++)
        pthread_join(workers[i].thread, NULL);
    free(workers);
    return n || mtl_fail(err, MTL_EIO, MTL_LIT("threads"), 0, 0, "the system lets none be started; try again with less load");
}
