using System.Collections.Concurrent;
using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using HelloWork.Domain.Search.Indexing;

namespace HelloWork.Tests.Search;

/// <summary>The index agrees with going through every document: ids, order, count and facets.</summary>
public sealed class SearchIndexTests
{
    private const int Worlds = 620, QuestionsEach = 30;

    [Fact]
    public void Property_EveryAnswerIsTheOracles_HoweverDocumentsCameAndWent()
    {
        // Texts are made once: making them is most of the work, and each is new beside others.
        var worlds = from batches in Gen.Elements(SearchSamples.SheetOf(100).Sample(2000)).ListOf(25).ListOf(6)
                     from gone in Gen.Choose(1, 110).ListOf(12)
                     from questions in SearchSamples.Question.ListOf(QuestionsEach)
                     select (batches, gone, questions);

        Prop.ForAll(worlds.ToArbitrary(), world =>
        {
            var index = new TestIndex();
            var sheets = new Dictionary<long, Sheet>();
            foreach (var (batch, number) in world.batches.Select((batch, number) => (batch, number)))
            {
                Change(index, sheets, batch, world.gone.Skip(number * 2).Take(2));
                if (number % 2 == 1)
                    index.Index.Tidy();
                foreach (var question in world.questions.Skip(number * (QuestionsEach / 6)).Take(QuestionsEach / 6))
                    index.Check(question, sheets.Values);
            }
            Assert.Equal(sheets.Count, index.Index.Count);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Worlds));
    }

    [Fact]
    public void Property_LargeSegments_AnswerAsTheOracle()
    {
        var sheets = SearchSamples.SheetOf(int.MaxValue).Sample(3000).DistinctBy(s => s.Key).ToList();
        var index = new TestIndex();
        index.Index.Apply([.. sheets.Select(index.Document)], [], 0);
        List<long> gone = [.. sheets.Where((_, at) => at % 7 == 0).Select(s => s.Key)];
        index.Index.Apply([], gone, 1);
        sheets.RemoveAll(s => gone.Contains(s.Key));

        Prop.ForAll(SearchSamples.Question.ToArbitrary(), question => index.Check(question, sheets)).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public async Task Property_WhileAnotherThreadChanges_EachAnswerIsOfOneMoment()
    {
        var index = new TestIndex();
        var moments = new ConcurrentDictionary<long, ImmutableDictionary<long, Sheet>> { [0] = ImmutableDictionary<long, Sheet>.Empty };
        var changes = SearchSamples.SheetOf(200).Sample(4000);
        using var stop = new CancellationTokenSource();
        // On a thread of its own: where many tests run, the pool's may all be taken.
        var writing = Task.Factory.StartNew(() =>
        {
            var now = moments[0];
            for (var position = 1; !stop.IsCancellationRequested; position++)
            {
                var put = Enumerable.Range(0, 5).Select(step => changes[(position * 5 + step) % changes.Length]).DistinctBy(s => s.Key).ToList();
                var removed = changes[position * 3 % changes.Length].Key;
                if (put.Exists(s => s.Key == removed))
                    removed = -1;
                now = now.Remove(removed).SetItems(put.Select(s => KeyValuePair.Create(s.Key, s)));
                moments[position] = now;
                index.Index.Apply([.. put.Select(index.Document)], [removed], position);
                index.Index.Tidy();
                while (moments.Count > 2000 && !stop.IsCancellationRequested)
                    Thread.Yield();
            }
        }, TaskCreationOptions.LongRunning);

        do
        {
            Prop.ForAll(SearchSamples.Question.ToArbitrary(), question =>
            {
                var answer = index.Ask(question);
                TestIndex.Check(question, answer, [.. moments[answer.Position].Values]);
                foreach (var past in moments.Keys.Where(p => p < answer.Position))
                    moments.TryRemove(past, out _);
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(1200));
        }
        while (index.Index.Position <= 100 && !writing.IsCompleted);

        await stop.CancelAsync();
        await writing;
        Assert.True(index.Index.Position > 100, $"Only {index.Index.Position} changes were made meanwhile.");
    }

    [Fact]
    public async Task Loaded_TheLaterOfTwoOfAKeyCounts_WhereverItComes()
    {
        var index = new TestIndex();
        var sheets = SearchSamples.SheetOf(60).Sample(400);

        await index.Index.LoadAsync(sheets.Select(index.Document).ToAsyncEnumerable(), 7, default);

        Assert.Equal(7, index.Index.Position);
        List<Sheet> latest = [.. sheets.GroupBy(s => s.Key).Select(g => g.Last())];
        Assert.InRange(latest.Count, 2, sheets.Length - 1);
        Assert.Equal(latest.Count, index.Index.Count);
        foreach (var question in SearchSamples.Question.Sample(300))
            index.Check(question, latest);
    }

    /// <summary>That the answers are right, whoever learns the phrase first; how long it takes is the benchmark's.</summary>
    [Fact]
    public async Task APhraseThatIsNew_IsFoundInAllSegments_HoweverManyAskForItAtOnce()
    {
        const int many = 140_000;
        var index = new TestIndex();
        await index.Index.LoadAsync(Enumerable.Range(0, many).Select(n => index.Document(Texts(n, "", $"番{n}号", n % 5 == 0 ? "番12号" : ""))).ToAsyncEnumerable(), 0, default);
        int Count(string word) => index.Index.Find(new(SearchCondition.Word(word, index.Scope(0, 1, 2)))).Count;
        int Oracle(string word) => Enumerable.Range(0, many).Count(n => $"番{n}号".Contains(word, StringComparison.Ordinal) || (n % 5 == 0 && "番12号".Contains(word, StringComparison.Ordinal)));

        var counted = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => (Count("番12"), Count("2号"), Count("345号"), Count("番9999")))));

        Assert.All(counted, c => Assert.Equal((Oracle("番12"), Oracle("2号"), Oracle("345号"), Oracle("番9999")), c));
    }

    [Fact]
    public void Relevance_IsTheSumThatTheDefinitionSays()
    {
        // 7 documents: 護士 in 1 has rarity 1 + log2(8/2) = 3, か in 3 has 1 + log2(8/4) = 2. Weights: title 8, second 3, third 1.
        var index = new TestIndex();
        Sheet[] sheets = [Texts(1, "護士", "", ""), Texts(2, "か", "", "か"), Texts(3, "", "か", ""), Texts(4, "", "", "か"), Texts(5, "x", "", ""), Texts(6, "", "", ""), Texts(7, "", "", "")];
        index.Index.Apply([.. sheets.Select(index.Document)], [], 0);
        var either = new Asked.Any([new Asked.Word("護士", [0, 1, 2]), new Asked.Word("か", [0, 1, 2])]);

        var answer = index.Ask(new(either, -2, true, 0, 10, 0, null));

        // 8 × 3 = 24; (8 + 1) × 2 = 18; 3 × 2 = 6; 1 × 2 = 2.
        Assert.Equal([1, 2, 3, 4], answer.Keys);
    }

    [Fact]
    public void OddWords_GetASensibleAnswer()
    {
        var index = new TestIndex();
        var sheet = Texts(1, new string('介', 600), "c# / ((( )))", "𠮷野家");
        index.Index.Apply([index.Document(sheet)], [], 0);

        Assert.Equal(1, Count(new string('介', 500)));
        Assert.Equal(0, Count(new string('介', 601)));
        Assert.Equal(1, Count("((("));
        Assert.Equal(0, Count("!!!!"));
        Assert.Equal(1, Count("𠮷"));
        Assert.Equal(1, Count("\uD842"));
        Assert.Equal(1, Count(" \u0000 "));
        Assert.Equal(0, Count("介c"));

        int Count(string word) => index.Index.Find(new(SearchCondition.Word(word, index.Scope(0, 1, 2)))).Count;
    }

    [Fact]
    public void WhatWasTidied_IsSearchedAtOnce()
    {
        var index = new TestIndex();
        for (var key = 1; key <= 8; key++)
        {
            index.Index.Apply([index.Document(Texts(key, "介護福祉士", "", ""))], [], key);
            Count("介護");
        }
        Assert.True(index.Index.Tidy());
        var before = index.Index.Bytes;

        // What is learnt of a phrase stays with the segments that were read, and those are counted.
        Assert.Equal(8, Count("護福祉"));

        Assert.True(index.Index.Bytes > before);

        int Count(string word) => index.Index.Find(new(SearchCondition.Word(word, index.Scope(0)))).Count;
    }

    [Fact]
    public void ManySmallChanges_AreTidiedIntoFewSegments_AndTheirMemoryGivenBack()
    {
        var index = new TestIndex();
        var sheets = SearchSamples.SheetOf(200).Sample(800);
        var position = 0;
        foreach (var sheet in sheets)
        {
            index.Index.Apply([index.Document(sheet)], [], ++position);
            while (index.Index.Tidy()) { }
        }
        var all = new TestIndex();
        all.Index.Apply([.. sheets.GroupBy(s => s.Key).Select(g => all.Document(g.Last()))], [], 0);

        Assert.Equal(all.Index.Count, index.Index.Count);
        Assert.True(index.Index.Bytes < all.Index.Bytes * 4, $"{index.Index.Bytes} bytes, {all.Index.Bytes} when loaded at once.");
    }

    private static Sheet Texts(long key, params string[] texts) => new(key, 1, texts, [[], [], []], [null, null]);

    private static void Change(TestIndex index, Dictionary<long, Sheet> sheets, IEnumerable<Sheet> put, IEnumerable<int> gone)
    {
        long[] removed = [.. gone.Select(key => (long)key)];
        var kept = put.Where(s => !removed.Contains(s.Key)).ToList();
        index.Index.Apply([.. kept.Select(index.Document)], removed, index.Index.Position + 1);
        foreach (var key in removed)
            sheets.Remove(key);
        foreach (var sheet in kept)
            sheets[sheet.Key] = sheet;
    }
}
