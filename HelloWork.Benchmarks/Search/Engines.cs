using System.Globalization;
using System.Text;
using HelloWork.Domain.Search.Indexing;
using Microsoft.Data.Sqlite;

namespace HelloWork.Benchmarks.Search;

internal sealed class IndexEngine : IEngine
{
    private readonly TextField _title, _office, _place, _description;
    private readonly CodeField _prefecture, _municipality, _occupation, _type, _flag;
    private readonly NumberField _wageFrom, _wageTo, _daysOff;
    private readonly SearchFields _fields = new();

    public IndexEngine()
    {
        (_title, _office, _place, _description) = (_fields.Text("title", 8), _fields.Text("office", 3), _fields.Text("place"), _fields.Text("description"));
        (_prefecture, _municipality, _occupation, _type, _flag) = (_fields.Code("prefecture"), _fields.Code("municipality"), _fields.Code("occupation"), _fields.Code("type"), _fields.Code("flag"));
        (_wageFrom, _wageTo, _daysOff) = (_fields.Number("wage from"), _fields.Number("wage to"), _fields.Number("days off"));
        Index = new(_fields);
    }

    public string Name => "index";
    public SearchIndex Index { get; }

    public SearchDocument Document(SampleJob job)
    {
        var document = new SearchDocument(_fields, job.Id, job.Posted).Set(_title, job.Title).Set(_office, job.Office).Set(_place, job.Place).Set(_description, job.Description)
            .Add(_prefecture, job.Prefecture).Add(_municipality, job.Municipality).Add(_occupation, job.Occupation).Add(_type, job.Type)
            .Set(_wageFrom, job.WageFrom).Set(_wageTo, job.WageTo).Set(_daysOff, job.DaysOff);
        for (var flag = 0; flag < SampleJobs.FlagCount; flag++)
            if ((job.Flags >> flag & 1) != 0)
                document.Add(_flag, FlagCodes[flag]);
        return document;
    }

    private static readonly string[] FlagCodes = [.. Enumerable.Range(0, SampleJobs.FlagCount).Select(f => f.ToString(CultureInfo.InvariantCulture))];

    public Answer Run(Query query)
    {
        var scope = TextScope.Of(_fields.Texts);
        List<SearchCondition> conditions = [.. query.Words.Select(w => SearchCondition.Word(w, scope)), .. query.Not.Select(w => SearchCondition.Not(SearchCondition.Word(w, scope)))];
        if (query.Prefecture is { } prefecture)
            conditions.Add(SearchCondition.Codes(_prefecture, prefecture));
        if (query.Type is { } type)
            conditions.Add(SearchCondition.Codes(_type, type));
        if (query.Flag is { } flag)
            conditions.Add(SearchCondition.Codes(_flag, FlagCodes[flag]));
        if (query.Wage is { } wage)
            conditions.Add(SearchCondition.Between(_wageFrom, wage, null));
        if (query.DaysOff is { } days)
            conditions.Add(SearchCondition.Between(_daysOff, days, null));
        var request = new SearchRequest(SearchCondition.All(conditions))
        {
            Order = query.Order switch { Order.Wage => SearchOrder.By(_wageTo, descending: true), Order.Relevance => SearchOrder.Relevance, _ => SearchOrder.Newest },
            Skip = query.Skip,
            Take = query.Wanted is Wanted.List or Wanted.Page ? Query.Take : 0,
            Facets = query.Wanted is Wanted.Facets or Wanted.Page ? [new CodeFacet(_prefecture), new CodeFacet(_type)] : [],
        };
        if (query.Wanted is Wanted.List)
            return new(null, Index.First(request));
        var found = Index.Find(request);
        return new(found.Count, found.Keys);
    }

    Answer? IEngine.Run(Query query) => Run(query);
}

/// <summary>The same table searched by LIKE, or by an FTS5 table of letter pairs that has the filters as words too (what makes it fast).</summary>
internal sealed class SqliteEngine(SqliteConnection connection, bool fts) : IEngine
{
    private readonly Dictionary<string, SqliteCommand> _prepared = [];

    public string Name => fts ? "FTS5" : "LIKE";

    public Answer? Run(Query query)
    {
        if (query.Order is Order.Relevance && !fts)
            return null;
        long? count = null;
        if (query.Wanted is Wanted.Count)
            count = Convert.ToInt64(Command(query, "COUNT(*)", "").ExecuteScalar(), CultureInfo.InvariantCulture);
        if (query.Wanted is Wanted.Facets or Wanted.Page)
        {
            count = 0;
            using var groups = Command(query, "j.Prefecture, j.Type, COUNT(*)", " GROUP BY j.Prefecture, j.Type").ExecuteReader();
            while (groups.Read())
                count += groups.GetInt64(2);
        }
        if (query.Wanted is not (Wanted.List or Wanted.Page))
            return new(count, null);
        var ids = new List<long>();
        var order = query.Order switch { Order.Wage => "j.WageTo DESC, j.Id DESC", Order.Relevance => "rank, t.rowid DESC", _ when fts && query.Words.Count > 0 => "t.rowid DESC", _ => "j.Id DESC" };
        using var rows = Command(query, "j.Id", $" ORDER BY {order} LIMIT {Query.Take} OFFSET {query.Skip}").ExecuteReader();
        while (rows.Read())
            ids.Add(rows.GetInt64(0));
        return new(count, ids);
    }

    private SqliteCommand Command(Query query, string select, string tail)
    {
        List<string> where = [], match = [];
        List<string> values = [];
        var matching = fts && (query.Words.Count > 0 || query.Prefecture is not null || query.Type is not null || query.Flag is not null);
        if (matching)
        {
            match.AddRange(query.Words.Select(Phrase));
            if (query.Prefecture is { } p)
                match.Add($"zp{p}");
            if (query.Type is { } t)
                match.Add($"zt{t.Replace("-", "", StringComparison.Ordinal)}");
            if (query.Flag is { } f)
                match.Add($"zf{f}x");
            where.Add("t.Words MATCH $match");
        }
        else
        {
            foreach (var (word, not) in query.Words.Select(w => (w, "")).Concat(query.Not.Select(w => (w, "NOT "))))
            {
                where.Add($"j.Text {not}LIKE $word{values.Count}");
                values.Add($"%{word}%");
            }
            if (query.Prefecture is { } p)
                where.Add($"j.Prefecture = '{p}'");
            if (query.Type is { } t)
                where.Add($"j.Type = '{t}'");
            if (query.Flag is { } f)
                where.Add($"(j.Flags >> {f}) & 1");
        }
        if (query.Wage is { } wage)
            where.Add($"j.WageFrom >= {wage}");
        if (query.DaysOff is { } days)
            where.Add($"j.DaysOff >= {days}");
        // Facts: the columns without the texts, so that reading them is quick.
        var needsRows = !matching || query.Wage is not null || query.DaysOff is not null || query.Order is Order.Wage || select.Contains("j.Type", StringComparison.Ordinal);
        var source = matching ? needsRows ? "Pairs t CROSS JOIN Facts j ON j.Id = t.rowid" : "Pairs t" : query.Words.Count + query.Not.Length > 0 ? "Jobs j" : "Facts j";
        var sql = $"SELECT {(needsRows ? select : select.Replace("j.Id", "t.rowid", StringComparison.Ordinal))} FROM {source}{(where.Count > 0 ? " WHERE " + string.Join(" AND ", where) : "")}{tail}";
        if (!_prepared.TryGetValue(sql, out var command))
        {
            _prepared[sql] = command = connection.CreateCommand();
            command.CommandText = sql;
            command.CommandTimeout = 0;
        }
        command.Parameters.Clear();
        if (matching)
            command.Parameters.AddWithValue("$match", string.Join(" AND ", match) + string.Concat(query.Not.Select(n => $" NOT ({Phrase(n)})")));
        for (var at = 0; at < values.Count; at++)
            command.Parameters.AddWithValue($"$word{at}", values[at]);
        return command;
    }

    /// <summary>Each letter with the next, the last alone.</summary>
    public static string Pairs(string text)
    {
        var pairs = new StringBuilder(text.Length * 3);
        for (var at = 0; at < text.Length; at++)
            if (text[at] != ' ')
                pairs.Append(text[at]).Append(at + 1 < text.Length && text[at + 1] != ' ' ? text[at + 1].ToString() : "").Append(' ');
        return pairs.ToString();
    }

    private static string Phrase(string word) => word.Length == 1 ? $"\"{word}\"*" : $"\"{string.Join(' ', Enumerable.Range(0, word.Length - 1).Select(at => word.Substring(at, 2)))}\"";
}
