using System.Data;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Audit;

/// <summary>監査記録を確かめる (OV-05): whether every sealed row is there as it was sealed and nothing was slipped in; reads as a stream, whatever its length.</summary>
public sealed class VerifyAudit(IDbContextFactory<HelloWorkDbContext> contexts, AuditSettings settings)
{
    /// <summary>How many problems are named.</summary>
    public const int MostProblems = 20;
    private const int SealsAtOnce = 500;

    /// <param name="Rows">Hashed now, as sealed.</param>
    /// <param name="Unsealed">Rows after the last batch.</param>
    /// <param name="LateRows">That turned up in a gap and were sealed later.</param>
    /// <param name="Problems">In the order found, at most <see cref="MostProblems"/>; none: the trail is whole.</param>
    public sealed record Verdict(long Rows, long Seals, long Unsealed, long LateRows, AuditHead? Head, IReadOnlyList<Problem> Problems);

    /// <param name="Id">Of the row, or the number of the batch or of the line, by kind.</param>
    /// <param name="First">First and last id of the batch, where the row itself can't be told.</param>
    public sealed record Problem(ProblemKind Kind, long Id, long First = 0, long Last = 0);

    /// <param name="progress">Told the number of rows now and then.</param>
    public async Task<Verdict> RunAsync(IProgress<long>? progress, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var walk = new Walk(db, progress, new AuditHeads(settings.HeadFile));
        await walk.RunAsync(ct);
        return new(walk.Rows, walk.Seals, walk.Unsealed, walk.LateRows, walk.Head, walk.Problems);
    }

    private sealed class Walk(HelloWorkDbContext db, IProgress<long>? progress, AuditHeads heads)
    {
        private readonly HashSet<long> _late = [];
        private AuditSeal? _former;

        public List<Problem> Problems { get; } = [];
        public long Rows { get; private set; }
        public long Seals { get; private set; }
        public long Unsealed { get; private set; }
        public long LateRows { get; private set; }
        public AuditHead? Head => _former is null ? null : new AuditHead(_former.Number, _former.TotalRows, _former.SealedAt, _former.Hash);

        public async Task RunAsync(CancellationToken ct)
        {
            // Before the seals: a head written meanwhile would be of one not read yet.
            var kept = heads.ReadAll().LongCount();
            var counted = await CounterAsync(ct);
            foreach (var late in await db.AuditSeals.AsNoTracking().Where(s => s.Late != "").Select(s => s.Late).ToListAsync(ct))
                foreach (var (id, _) in IdRanges.Parse(late).All)
                    _late.Add(id);
            LateRows = _late.Count;
            await CheckSealsAsync(ct);
            await CheckTailAsync(counted, ct);
            await CheckHeadsAsync(kept, ct);
        }

        private async Task CheckSealsAsync(CancellationToken ct)
        {
            while (true)
            {
                var after = _former?.Number ?? 0;
                var seals = await db.AuditSeals.AsNoTracking().Where(s => s.Number > after).OrderBy(s => s.Number).Take(SealsAtOnce).ToListAsync(ct);
                foreach (var seal in seals)
                {
                    await CheckAsync(seal, ct);
                    _former = seal;
                    Seals++;
                }
                if (seals.Count < SealsAtOnce)
                    return;
            }
        }

        private async Task CheckAsync(AuditSeal seal, CancellationToken ct)
        {
            var (number, first) = ((_former?.Number ?? 0) + 1, (_former?.LastId ?? 0) + 1);
            for (; number < seal.Number && Problems.Count < MostProblems; number++)
                Add(ProblemKind.SealMissing, number);
            var before = Problems.Count;
            var (gaps, late, rows) = (IdRanges.Parse(seal.Gaps), IdRanges.Parse(seal.Late), 0);
            using var hash = new AuditHash();
            var next = seal.FirstId;
            await foreach (var row in db.AuditEntries.AsNoTracking().Where(e => e.Id >= seal.FirstId && e.Id <= seal.LastId).OrderBy(e => e.Id).AsAsyncEnumerable().WithCancellation(ct))
            {
                Missing(next, row.Id, gaps);
                next = row.Id + 1;
                if (gaps.Contains(row.Id))
                {
                    if (!_late.Contains(row.Id))
                        Add(ProblemKind.RowInserted, row.Id);
                    continue;
                }
                hash.Add(row);
                rows++;
            }
            Missing(next, seal.LastId + 1, gaps);
            foreach (var (id, _) in late.All)
            {
                if (await db.AuditEntries.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct) is { } row)
                    hash.Add(row);
                else
                    Add(ProblemKind.RowMissing, id);
                rows++;
            }
            var total = (_former?.TotalRows ?? 0) + rows;
            var computed = hash.Finish(_former?.Hash ?? AuditHash.Beginning, seal.Number, seal.FirstId, seal.LastId, rows, total, gaps, late, seal.SealedAt);
            // Where a row or a batch is missing or one too many, that says it all.
            if ((computed != seal.Hash || (first != seal.FirstId && seal.Number == number)) && Problems.Count == before)
                Add(ProblemKind.BatchChanged, seal.Number, seal.FirstId, seal.LastId);
            Rows += rows;
            progress?.Report(Rows);
        }

        private void Missing(long from, long to, IdRanges gaps)
        {
            for (var id = from; id < to && Problems.Count < MostProblems; id++)
                if (!gaps.Contains(id))
                    Add(ProblemKind.RowMissing, id);
        }

        /// <summary>Rows that aren't sealed yet. Only SQLite gives ids without gaps, so that a missing one tells; what was changed there, nobody can tell.</summary>
        private async Task CheckTailAsync(long? counted, CancellationToken ct)
        {
            var last = _former?.LastId ?? 0;
            var next = last + 1;
            await foreach (var id in db.AuditEntries.Where(e => e.Id > last).OrderBy(e => e.Id).Select(e => e.Id).AsAsyncEnumerable().WithCancellation(ct))
            {
                if (counted is not null)
                    Missing(next, id, new IdRanges());
                next = id + 1;
                Unsealed++;
            }
            if (counted is { } end)
                Missing(next, end + 1, new IdRanges());
        }

        private async Task CheckHeadsAsync(long kept, CancellationToken ct)
        {
            if (!heads.Exist && heads.File is not null && _former is not null)
                Add(ProblemKind.HeadsMissing, 0);
            var line = 0L;
            foreach (var some in heads.ReadAll().Take((int)Math.Min(kept, int.MaxValue)).Chunk(SealsAtOnce))
            {
                var numbers = some.OfType<AuditHead>().Select(h => h.Number).ToList();
                var seals = await db.AuditSeals.AsNoTracking().Where(s => numbers.Contains(s.Number)).ToDictionaryAsync(s => s.Number, s => s, ct);
                foreach (var head in some)
                {
                    line++;
                    if (head is null)
                        Add(ProblemKind.HeadUnreadable, line);
                    else if (!seals.TryGetValue(head.Number, out var seal))
                        Add(head.Number > (_former?.Number ?? 0) ? ProblemKind.CutOff : ProblemKind.SealMissing, head.Number);
                    else if (seal.Hash != head.Hash || seal.TotalRows != head.TotalRows)
                        Add(ProblemKind.HeadDiffers, head.Number, seal.FirstId, seal.LastId);
                }
            }
        }

        /// <summary>The last id SQLite ever gave; null on SQL Server, whose counter also counts what failed.</summary>
        private async Task<long?> CounterAsync(CancellationToken ct)
        {
            if (db is not SqliteHelloWorkDbContext)
                return null;
            await db.Database.OpenConnectionAsync(ct);
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "SELECT seq FROM sqlite_sequence WHERE name = 'AuditEntries'";
            command.CommandType = CommandType.Text;
            return await command.ExecuteScalarAsync(ct) as long?;
        }

        private void Add(ProblemKind kind, long id, long first = 0, long last = 0)
        {
            if (Problems.Count < MostProblems && !Problems.Exists(p => p.Kind == kind && p.Id == id))
                Problems.Add(new(kind, id, first, last));
        }
    }

    /// <summary>What doesn't fit.</summary>
    public enum ProblemKind
    {
        /// <summary>行が消えている</summary>
        RowMissing = 1,
        /// <summary>封をしたあとに行が差し込まれている</summary>
        RowInserted = 2,
        /// <summary>まとまりの中の行か封そのものが書き換えられている</summary>
        BatchChanged = 3,
        /// <summary>封が消えている</summary>
        SealMissing = 4,
        /// <summary>控えにある封より後ろが切り取られている</summary>
        CutOff = 5,
        /// <summary>封が控えと違う: the chain was made anew</summary>
        HeadDiffers = 6,
        /// <summary>控えの行が読めない</summary>
        HeadUnreadable = 7,
        /// <summary>控えのファイルがない</summary>
        HeadsMissing = 8,
    }
}
