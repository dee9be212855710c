#include "cli/pool.h"

#include "base/err.h"

#include <pthread.h>
#include <stdlib.h>

enum { WAITING_PER_JOB = 4, WAITING_REPORTS = 64 };

typedef struct slot { /* one input under way */
    bool done;
    mtl_report *reports[WAITING_REPORTS]; /* that wait for their turn */
    uint32_t n;
} slot;

struct mtl_pool {
    mtl_session **sessions;
    slot *slots; /* of input i: slots[i % nslots] */
    uint32_t njobs, nslots;
    const mtl_inputs *inputs;
    pthread_mutex_t lock; /* guards what follows, and the slots */
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
    for (uint32_t i = 0; i < s->n; i++)
        mtl_report_free(s->reports[i]);
    s->n = 0;
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

typedef struct delivery { /* the way of an input's reports into its slot */
    mtl_pool *pool;
    slot *to;
} delivery;

/* An input of many documents waits here for its turn, so that memory does not grow with their number. */
static bool deliver(void *user, mtl_report *report)
{
    const delivery *d = user;
    mtl_pool *pool = d->pool;
    pthread_mutex_lock(&pool->lock);
    while (!pool->stop && d->to->n == WAITING_REPORTS)
        pthread_cond_wait(&pool->changed, &pool->lock);
    const bool wanted = !pool->stop;
    if (wanted)
        d->to->reports[d->to->n++] = report;
    pthread_cond_broadcast(&pool->changed);
    pthread_mutex_unlock(&pool->lock);
    if (!wanted)
        mtl_report_free(report);
    return wanted;
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
        delivery d = {pool, &pool->slots[i % pool->nslots]};
        if (input->read)
            mtl_lint_stream(w->session, mtl_cstr(input->path), input->read, NULL, deliver, &d);
        else
            mtl_lint_file(w->session, input->path, deliver, &d);
        pthread_mutex_lock(&pool->lock);
        d.to->done = true;
        pthread_cond_broadcast(&pool->changed);
        pthread_mutex_unlock(&pool->lock);
    }
    return NULL;
}

/* Moves the reports that wait in S to INTO; false: that was all of the input. */
static bool collect(mtl_pool *pool, slot *s, slot *into)
{
    pthread_mutex_lock(&pool->lock);
    while (!s->done && s->n == 0)
        pthread_cond_wait(&pool->changed, &pool->lock);
    memcpy(into->reports, s->reports, s->n * sizeof *s->reports);
    into->n = s->n;
    s->n = 0;
    const bool more = !s->done;
    pthread_cond_broadcast(&pool->changed);
    pthread_mutex_unlock(&pool->lock);
    return more;
}

static void end_input(mtl_pool *pool, uint32_t given, bool go_on)
{
    pthread_mutex_lock(&pool->lock);
    pool->slots[(given - 1) % pool->nslots].done = false;
    pool->given = given;
    pool->stop = !go_on;
    pthread_cond_broadcast(&pool->changed);
    pthread_mutex_unlock(&pool->lock);
}

static void hand_over(mtl_pool *pool, const mtl_receiver *to)
{
    bool go_on = true;
    for (uint32_t i = 0; i < pool->inputs->n && go_on; i++) {
        slot got;
        bool more = true;
        while (more && go_on) {
            more = collect(pool, &pool->slots[i % pool->nslots], &got);
            for (uint32_t k = 0; k < got.n && go_on; k++)
                go_on = to->report(to->user, got.reports[k]);
            clear(&got);
        }
        go_on = go_on && to->end(to->user);
        end_input(pool, i + 1, go_on);
    }
}

bool mtl_pool_run(mtl_pool *pool, const mtl_inputs *inputs, const mtl_receiver *to, mtl_err *err)
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
        hand_over(pool, to);
    for (uint32_t i = 0; i < n; i++)
        pthread_join(workers[i].thread, NULL);
    free(workers);
    return n || mtl_fail(err, MTL_EIO, MTL_LIT("threads"), 0, 0, "the system lets none be started; try again with less load");
}
