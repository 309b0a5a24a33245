using System.Text;
using System.Xml;

namespace HelloWork.Benchmarks.Samples;

/// <summary>Writes made offers in both forms of the layout.</summary>
internal static class LayoutFiles
{
    public static void WriteXml(Stream to, IEnumerable<List<(string Tag, string Value)>> offers, bool indent)
    {
        using var xml = XmlWriter.Create(to, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = indent, IndentChars = "  ", NewLineChars = "\n" });
        xml.WriteStartDocument();
        xml.WriteStartElement("kyujin");
        foreach (var offer in offers)
        {
            xml.WriteStartElement("data");
            foreach (var (tag, value) in offer)
                if (value != "")
                    xml.WriteElementString(tag, value);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    public static void WriteCsv(Stream to, IReadOnlyList<List<(string Tag, string Value)>> offers, Encoding encoding)
    {
        var headers = offers.SelectMany(offer => offer.Select(field => field.Tag)).Distinct().ToList();
        using var csv = new StreamWriter(to, encoding, leaveOpen: true) { NewLine = "\r\n" };
        csv.WriteLine(string.Join(',', headers));
        foreach (var offer in offers)
        {
            var values = offer.ToDictionary(field => field.Tag, field => field.Value);
            // Code page 932 has only the full-width tilde.
            var line = string.Join(',', headers.Select(header => Quoted(values.GetValueOrDefault(header, ""))));
            csv.WriteLine(encoding.CodePage == 932 ? line.Replace('〜', '～') : line);
        }
    }

    private static string Quoted(string value) => value.AsSpan().IndexOfAny(",\"\r\n") < 0 ? value : $"\"{value.Replace("\"", "\"\"")}\"";
}
