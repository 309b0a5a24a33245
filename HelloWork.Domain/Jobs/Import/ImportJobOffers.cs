using System.Globalization;
using System.Text;
using System.Threading.Channels;
using HelloWork.Domain.Common;
using HelloWork.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HelloWork.Domain.Jobs.Import;

/// <summary>
/// 求人情報の取込み: reads a file of the official provision layout, XML or CSV. A first pass checks the file as a whole; only then the records go
/// in, some hundred at a time, so that any length takes the same memory and a run that was stopped is finished by running it again.
/// </summary>
public sealed class ImportJobOffers(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock)
{
    private const int BatchSize = 1000;
    private const int MostLinesOfARemark = 5;
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(150);

    /// <param name="Publish">New ones are published and changes take effect at once, without a counselor's check (JO-01).</param>
    /// <param name="Progress">Told in the order of the file, from one thread at a time.</param>
    public sealed record Command(ImportSource Source, bool Publish = false, IProgress<ImportEvent>? Progress = null);

    public Task<ImportResult> RunAsync(Command command, CancellationToken ct) => new Run(contexts, clock, command).RunAsync(ct);

    private sealed class Run(IDbContextFactory<HelloWorkDbContext> contexts, TimeProvider clock, Command command)
    {
        private sealed record Batch(List<ImportedOffer> Offers, List<RefusedRecord> Refused, int Repeated, int Records);

        private readonly long _start = clock.GetTimestamp();
        private readonly DateOnly _today = clock.TodayInJapan();
        private readonly HashSet<string> _officesSeen = [];
        private readonly Dictionary<ImportRemark, (int Count, List<int> Lines)> _remarks = [];
        private IReadOnlyDictionary<string, int> _unknownTags = new Dictionary<string, int>();
        private volatile bool _bringsNew = true;
        private long _lastTold;
        private int _total, _done, _added, _changed, _proposed, _published, _unchanged, _refused, _officesAdded, _officesChanged;

        public async Task<ImportResult> RunAsync(CancellationToken ct)
        {
            try
            {
                var form = FileEncoding.Find(command.Source, ct);
                // The other core learns the database meanwhile.
                var warm = Task.Run(() => WarmAsync(ct), ct);
                try
                {
                    await Task.Run(() => Check(form, ct), ct);
                }
                finally
                {
                    await warm.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }
                await ImportAsync(form, ct);
                return Result(null);
            }
            catch (ImportFileException e)
            {
                // A file that was sound a moment ago is being written to.
                return Result(_done > 0 ? new(FileRefusal.ChangedWhileReading, e.Problem.Line, e.Problem.Detail) : e.Problem);
            }
        }

        private async Task WarmAsync(CancellationToken ct)
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            await db.JobOffers.AsNoTracking().Where(j => j.Number == default).Select(j => j.Id).FirstOrDefaultAsync(ct);
        }

        private void Check(FileForm form, CancellationToken ct)
        {
            using var stream = command.Source.Open();
            var length = stream.CanSeek ? stream.Length : (long?)null;
            var (records, _) = Records(form, stream, onlyChecks: true);
            while (Next(records))
            {
                ct.ThrowIfCancellationRequested();
                if (++_total % 64 == 0 && IsTime())
                    command.Progress?.Report(new ImportEvent.Checking(length is null ? 0 : stream.Position, length, _total));
            }
            if (_total == 0)
                throw new ImportFileException(FileRefusal.NoRecords);
            _unknownTags = records.UnknownTags;
        }

        private async Task ImportAsync(FileForm form, CancellationToken ct)
        {
            // One core reads while the other writes; two batches between them at most.
            var batches = Channel.CreateBounded<Batch>(2);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
            var reading = Task.Run(() => ReadAsync(form, batches.Writer, stop.Token), stop.Token);
            try
            {
                await foreach (var batch in batches.Reader.ReadAllAsync(ct))
                    await WriteAsync(batch, ct);
            }
            finally
            {
                await stop.CancelAsync();
                await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        private async Task ReadAsync(FileForm form, ChannelWriter<Batch> batches, CancellationToken ct)
        {
            try
            {
                await using var stream = command.Source.Open();
                var (records, record) = Records(form, stream, onlyChecks: false);
                var layout = new ProvisionLayout(record, _today);
                var seen = new Dictionary<long, int>();
                var batch = new Batch([], [], 0, 0);
                while (Next(records))
                {
                    ct.ThrowIfCancellationRequested();
                    batch = Put(batch, Ahead(layout.Read()), record, seen);
                    if (batch.Records < BatchSize)
                        continue;
                    await batches.WriteAsync(batch, ct);
                    batch = new Batch([], [], 0, 0);
                }
                if (batch.Records > 0)
                    await batches.WriteAsync(batch, ct);
                batches.Complete();
            }
            catch (Exception e)
            {
                batches.Complete(e);
            }
        }

        // The writer has enough to do with writing. A file is mostly new or mostly known, so that the last batch tells about the next.
        private ImportedOffer? Ahead(ImportedOffer? offer) =>
            offer is not null && _bringsNew ? offer with { Columns = JobColumns.Of(offer.Number, offer.Card), WrittenCard = JsonDocuments.Write(offer.Card) } : offer;

        private static Batch Put(Batch batch, ImportedOffer? offer, LayoutRecord record, Dictionary<long, int> seen)
        {
            var repeated = 0;
            if (offer is null)
                batch.Refused.Add(Refused(record));
            else if (seen.TryAdd(KeyOf(offer.Number), record.ContentHash()))
                batch.Offers.Add(offer);
            else if (seen[KeyOf(offer.Number)] == record.ContentHash())
                repeated = 1;
            else
            {
                record.Refuse(RecordRefusal.TwiceInFile, LayoutTags.Get("kjno"));
                batch.Refused.Add(Refused(record));
            }
            return batch with { Repeated = batch.Repeated + repeated, Records = batch.Records + 1 };
        }

        // All numbers of a file are remembered: as numbers, since a million of them as texts would be felt.
        private static long KeyOf(JobNumber number) =>
            (number.Value.Length * 100_000L + int.Parse(number.Value.AsSpan(0, 5), CultureInfo.InvariantCulture)) * 100_000_000L
            + int.Parse(number.Value.AsSpan(6), CultureInfo.InvariantCulture);

        private async Task WriteAsync(Batch batch, CancellationToken ct)
        {
            var outcome = batch.Offers.Count == 0 ? new BatchOutcome() : await contexts.WriteAsync(
                db => new ImportBatch(db, command.Publish, _officesSeen, clock.UtcNow(), _today).WriteAsync(batch.Offers, ct), ct);
            foreach (var offer in batch.Offers)
                _officesSeen.Add(ImportBatch.KeyOf(offer.Office));
            _done += batch.Records;
            _added += outcome.Added;
            _bringsNew = outcome.Added > batch.Offers.Count / 2;
            _changed += outcome.Changed;
            _proposed += outcome.Proposed;
            _published += outcome.Published;
            _unchanged += outcome.Unchanged + batch.Repeated;
            _refused += outcome.Refused.Count + batch.Refused.Count;
            _officesAdded += outcome.OfficesAdded;
            _officesChanged += outcome.OfficesChanged;
            foreach (var offer in outcome.In)
                foreach (var remark in offer.Remarks)
                    Note(remark, offer.Line);

            foreach (var refused in batch.Refused.Concat(outcome.Refused).OrderBy(r => r.Line))
                command.Progress?.Report(new ImportEvent.Refused(refused));
            if (IsTime() || _done == _total)
                command.Progress?.Report(new ImportEvent.Importing(_done, _total, _refused));
        }

        private void Note(ImportRemark remark, int line)
        {
            var (count, lines) = _remarks.GetValueOrDefault(remark, (0, []));
            if (lines.Count < MostLinesOfARemark)
                lines.Add(line);
            _remarks[remark] = (count + 1, lines);
        }

        private static (RecordReader Records, LayoutRecord Record) Records(FileForm form, Stream stream, bool onlyChecks)
        {
            var record = new LayoutRecord();
            var text = new StreamReader(stream, form.Encoding, detectEncodingFromByteOrderMarks: false, bufferSize: 64 * 1024);
            return (form.IsXml ? new XmlRecordReader(text, record, onlyChecks) : new CsvRecordReader(text, record), record);
        }

        private static bool Next(RecordReader records)
        {
            try
            {
                return records.Next();
            }
            catch (DecoderFallbackException)
            {
                throw new ImportFileException(FileRefusal.EncodingDoesNotFit);
            }
            catch (IOException e)
            {
                throw new ImportFileException(FileRefusal.NotReadable, detail: e.Message);
            }
        }

        private static RefusedRecord Refused(LayoutRecord record) =>
            new(record.Line, record[LayoutTags.Get("kjno")] is { } number ? VisibleText.Of(number) : null, [.. record.Problems]);

        private bool IsTime()
        {
            if (clock.GetElapsedTime(_lastTold) < Pace)
                return false;
            _lastTold = clock.GetTimestamp();
            return true;
        }

        private ImportResult Result(FileProblem? problem) => new(
            problem, _done, _added, _changed, _proposed, _published, _unchanged, _refused, _officesAdded, _officesChanged,
            [.. _remarks.OrderBy(r => r.Key).Select(r => new RemarkCount(r.Key, r.Value.Count, r.Value.Lines))],
            [.. _unknownTags.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => new UnknownTag(t.Key, t.Value))], clock.GetElapsedTime(_start));
    }
}
