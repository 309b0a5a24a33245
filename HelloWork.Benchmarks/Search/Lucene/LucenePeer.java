import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexOrDocValuesQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MultiCollector;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocsCollector;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * Lucene on the benchmark's jobs, the same letter pairs as words, sorted by number and merged into one segment: as fast as it gets.
 * Reads lines of tabs: jobs, an empty line, then for each shape its searches and an empty line. Answers each shape with a line for each search (count, then numbers) and one of times.
 */
public final class LucenePeer {
    private static final int TAKE = 20, MOST_RUNS = 2000;
    private static final long NANOSECONDS_EACH = 1_000_000_000L;
    private static final Sort NEWEST = new Sort(new SortField("id", SortField.Type.INT, true));
    private static final Sort BY_WAGE = new Sort(new SortField("wageTo", SortField.Type.INT, true), new SortField("id", SortField.Type.INT, true));
    private static final Pattern TAB = Pattern.compile("\t"), SPACE = Pattern.compile(" ");

    private enum Wanted { LIST, COUNT, FACETS, PAGE }

    private enum Order { NEWEST, WAGE, RELEVANCE }

    private record Search(Wanted wanted, Order order, int skip, Query query) { }

    private record Answer(long count, List<Integer> numbers) { }

    public static void main(String[] arguments) throws IOException {
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8), 1 << 20);
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var directory = new MMapDirectory(Path.of(arguments[0]));
        build(directory, in);
        out.println("ready");
        try (var reader = DirectoryReader.open(directory)) {
            var searcher = new IndexSearcher(reader);
            for (var searches = read(in); !searches.isEmpty(); searches = read(in))
                measure(searcher, searches, out);
        }
    }

    private static void build(MMapDirectory directory, BufferedReader in) throws IOException {
        var settings = new IndexWriterConfig(new WhitespaceAnalyzer()).setRAMBufferSizeMB(512).setIndexSort(NEWEST).setUseCompoundFile(false);
        var words = new FieldType();
        words.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        words.freeze();
        try (var writer = new IndexWriter(directory, settings)) {
            for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                var parts = TAB.split(line, -1);
                var job = new Document();
                job.add(new NumericDocValuesField("id", Integer.parseInt(parts[0])));
                job.add(new Field("words", pairs(parts[1]), words));
                code(job, "prefecture", parts[2]);
                code(job, "type", parts[3]);
                number(job, "wageFrom", Integer.parseInt(parts[4]));
                job.add(new NumericDocValuesField("wageTo", Integer.parseInt(parts[5])));
                number(job, "daysOff", Integer.parseInt(parts[6]));
                var flags = Integer.parseInt(parts[7]);
                for (var flag = 0; flag < Integer.SIZE; flag++)
                    if ((flags >> flag & 1) != 0)
                        job.add(new StringField("flag", Integer.toString(flag), Field.Store.NO));
                writer.addDocument(job);
            }
            writer.forceMerge(1);
        }
    }

    private static void code(Document job, String field, String code) {
        job.add(new StringField(field, code, Field.Store.NO));
        job.add(new SortedDocValuesField(field, new BytesRef(code)));
    }

    private static void number(Document job, String field, int number) {
        job.add(new IntPoint(field, number));
        job.add(new NumericDocValuesField(field, number));
    }

    /** Each letter with the next, the last alone. */
    private static String pairs(String text) {
        var pairs = new StringBuilder(text.length() * 3);
        for (var at = 0; at < text.length(); at++) {
            if (text.charAt(at) == ' ')
                continue;
            pairs.append(text.charAt(at));
            if (at + 1 < text.length() && text.charAt(at + 1) != ' ')
                pairs.append(text.charAt(at + 1));
            pairs.append(' ');
        }
        return pairs.toString();
    }

    private static List<Search> read(BufferedReader in) throws IOException {
        var searches = new ArrayList<Search>();
        for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            var parts = TAB.split(line, -1);
            var order = Order.valueOf(parts[1]);
            searches.add(new Search(Wanted.valueOf(parts[0]), order, Integer.parseInt(parts[2]), query(parts, order)));
        }
        return searches;
    }

    private static Query query(String[] parts, Order order) {
        var all = new BooleanQuery.Builder();
        for (var word : words(parts[3]))
            all.add(phrase(word), order == Order.RELEVANCE ? Occur.MUST : Occur.FILTER);
        for (var word : words(parts[4]))
            all.add(phrase(word), Occur.MUST_NOT);
        filter(all, "prefecture", parts[5]);
        filter(all, "type", parts[6]);
        filter(all, "flag", parts[7]);
        atLeast(all, "wageFrom", parts[8]);
        atLeast(all, "daysOff", parts[9]);
        var query = all.build();
        return query.clauses().isEmpty() ? new MatchAllDocsQuery() : query;
    }

    private static String[] words(String typed) {
        return typed.isEmpty() ? new String[0] : SPACE.split(typed);
    }

    private static void filter(BooleanQuery.Builder all, String field, String code) {
        if (!code.isEmpty())
            all.add(new TermQuery(new Term(field, code)), Occur.FILTER);
    }

    private static void atLeast(BooleanQuery.Builder all, String field, String least) {
        if (!least.isEmpty())
            all.add(new IndexOrDocValuesQuery(IntPoint.newRangeQuery(field, Integer.parseInt(least), Integer.MAX_VALUE),
                NumericDocValuesField.newSlowRangeQuery(field, Integer.parseInt(least), Integer.MAX_VALUE)), Occur.FILTER);
    }

    private static Query phrase(String word) {
        if (word.length() == 1)
            return new PrefixQuery(new Term("words", word));
        if (word.length() == 2)
            return new TermQuery(new Term("words", word));
        var phrase = new PhraseQuery.Builder();
        for (var at = 0; at + 1 < word.length(); at++)
            phrase.add(new Term("words", word.substring(at, at + 2)));
        return phrase.build();
    }

    private static Answer run(IndexSearcher searcher, Search search) throws IOException {
        if (search.wanted() == Wanted.COUNT)
            return new Answer(searcher.count(search.query()), List.of());
        var top = search.wanted() == Wanted.FACETS ? null : top(search);
        if (search.wanted() == Wanted.LIST) {
            searcher.search(search.query(), top);
            return new Answer(-1, numbers(searcher, top, search.skip()));
        }
        var facets = new Facets();
        searcher.search(search.query(), top == null ? facets : MultiCollector.wrap(facets, top));
        return new Answer(facets.count(), top == null ? List.of() : numbers(searcher, top, search.skip()));
    }

    private static TopDocsCollector<?> top(Search search) {
        var most = search.skip() + TAKE;
        return switch (search.order()) {
            case RELEVANCE -> TopScoreDocCollector.create(most, most);
            case WAGE -> TopFieldCollector.create(BY_WAGE, most, most);
            case NEWEST -> TopFieldCollector.create(NEWEST, most, most);
        };
    }

    private static List<Integer> numbers(IndexSearcher searcher, TopDocsCollector<?> top, int skip) throws IOException {
        var numbers = new ArrayList<Integer>();
        for (ScoreDoc found : top.topDocs(skip, TAKE).scoreDocs) {
            // The one segment's values are read forwards only, so each is looked up by itself.
            var ids = DocValues.getNumeric(searcher.getIndexReader().leaves().get(0).reader(), "id");
            ids.advanceExact(found.doc);
            numbers.add((int) ids.longValue());
        }
        return numbers;
    }

    /** Counts for each prefecture and each type. */
    private static final class Facets extends SimpleCollector {
        private SortedDocValues prefectures, types;
        private int[] byPrefecture, byType;

        @Override
        protected void doSetNextReader(LeafReaderContext context) throws IOException {
            prefectures = DocValues.getSorted(context.reader(), "prefecture");
            types = DocValues.getSorted(context.reader(), "type");
            byPrefecture = new int[prefectures.getValueCount()];
            byType = new int[types.getValueCount()];
        }

        @Override
        public void collect(int document) throws IOException {
            prefectures.advanceExact(document);
            byPrefecture[prefectures.ordValue()]++;
            types.advanceExact(document);
            byType[types.ordValue()]++;
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }

        long count() {
            return byPrefecture == null ? 0 : Arrays.stream(byPrefecture).sum();
        }
    }

    private static void measure(IndexSearcher searcher, List<Search> searches, PrintStream out) throws IOException {
        for (var search : searches) {
            var answer = run(searcher, search);
            out.println(answer.count() + "\t" + String.join(" ", answer.numbers().stream().map(String::valueOf).toList()));
        }
        // Once for the compiler of the virtual machine, which is what takes longest otherwise, and once to be measured.
        times(searcher, searches);
        var times = times(searcher, searches);
        out.println(String.format(Locale.ROOT, "%.6f\t%.6f", times[times.length / 2], times[(int) (times.length * 0.99)]));
    }

    /** Milliseconds of this thread's CPU time for each run, ascending. */
    private static double[] times(IndexSearcher searcher, List<Search> searches) throws IOException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        var times = new ArrayList<Double>();
        var start = System.nanoTime();
        while (times.size() < MOST_RUNS && (System.nanoTime() - start < NANOSECONDS_EACH || times.size() < searches.size())) {
            var before = threads.getCurrentThreadCpuTime();
            run(searcher, searches.get(times.size() % searches.size()));
            times.add((threads.getCurrentThreadCpuTime() - before) / 1e6);
        }
        return times.stream().sorted().mapToDouble(Double::doubleValue).toArray();
    }
}
