using HelloWork.Blazor.Controls;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Controls.Guide;

public sealed partial class StyleGuide(NavigationManager navigation, IHostEnvironment environment) : ComponentBase
{
    private readonly FormErrors errors = new();
    private readonly FormErrors refusals = new();

    [SupplyParameterFromForm(FormName = "guide")] private GuideInput? Input { get; set; }

    [SupplyParameterFromQuery(Name = "done")] private string? Done { get; set; }

    protected override void OnInitialized()
    {
        Input ??= GuideInput.Sample;
        if (!environment.IsDevelopment()) navigation.NotFound();
    }

    private void Send()
    {
        if (string.IsNullOrWhiteSpace(Input!.Message)) errors.Add("Message", "メッセージを入力してください");
        if (Input!.Message?.ReplaceLineEndings("\n").Length > 1000) errors.Add("Message", "メッセージは1,000字までにしてください");
        if (!Input!.Agreed) errors.Add("Agreed", "注意事項を確かめて、チェックを入れてください");
        if (!Input!.Birth.TryToDate(out _)) errors.Add("Birth", "生年月日を、実際にある日付にしてください");
        if (!int.TryParse(Input!.Hours, out var hours) || hours is < 1 or > 45) errors.Add("Hours", "固定残業代の時間数は、1〜45の数字で入力してください");
        if (!errors.Any) navigation.NavigateTo("/dev/controls?done=1");
    }

    private void Refuse() => refusals.Add("この求人では、10人に送付済みです。別の求人を選んでください。");
}

/// <summary>What the sample form posts.</summary>
public sealed class GuideInput
{
    internal static GuideInput Sample => new() { Job = "a", Message = "はじめまして。株式会社見本製作所の採用担当です。\n\n経理のご経験を拝見し、ご連絡しました。\n残業は月平均8時間ほどです。", Hours = "20", Kinds = ["製造業"], Overtime = "yes" };

    public string? Job { get; set; }

    public string? Message { get; set; }

    public string? Mail { get; set; }

    public string? Hours { get; set; }

    public string? Overtime { get; set; }

    public string[] Kinds { get; set; } = [];

    public DateParts Birth { get; set; } = new();

    public bool Agreed { get; set; }
}
