<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutBox</name>
    <message>
        <source>About Latent Studio</source>
        <translation>关于 Latent Studio</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>复制诊断信息</translation>
    </message>
    <message>
        <source>Versions, system and device as text. It names no person and no file.</source>
        <translation>以文本形式复制版本、系统和设备信息，不含任何人名或文件名。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Train a small GAN, explore what it learnt, paint with it.</source>
        <translation>训练小型 GAN，探索它学到的内容，用它来绘画。</translation>
    </message>
    <message>
        <source>Trains on: {device}</source>
        <translation>训练设备：{device}</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可</translation>
    </message>
    <message>
        <source>The program is free under the MIT licence. The generator and the judge that ship were trained on MNIST by Yann LeCun, Corinna Cortes and Christopher Burges (CC BY-SA 3.0).</source>
        <translation>本程序以 MIT 许可自由发布。随附的生成器和评判器使用 Yann LeCun、Corinna Cortes 和 Christopher Burges 的 MNIST (CC BY-SA 3.0) 训练。</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>使用的软件</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>AdvancedRecipe</name>
    <message>
        <source>Advanced</source>
        <translation>高级</translation>
    </message>
    <message>
        <source>Every number of the recipe, each with what it does.</source>
        <translation>配方中的全部数值，并逐一说明作用。</translation>
    </message>
    <message>
        <source>Learning rate G</source>
        <translation>G 学习率</translation>
    </message>
    <message>
        <source>How large the steps of the generator are.</source>
        <translation>生成器每一步的幅度。</translation>
    </message>
    <message>
        <source>Learning rate D</source>
        <translation>D 学习率</translation>
    </message>
    <message>
        <source>How large the steps of the discriminator are.</source>
        <translation>判别器每一步的幅度。</translation>
    </message>
    <message>
        <source>Minibatch</source>
        <translation>小批量</translation>
    </message>
    <message>
        <source>How many pictures both networks learn from at a time.</source>
        <translation>两个网络每次学习的图片数量。</translation>
    </message>
    <message>
        <source>Latent size</source>
        <translation>潜向量长度</translation>
    </message>
    <message>
        <source>How many numbers describe the style of a picture.</source>
        <translation>用多少个数描述一张图片的风格。</translation>
    </message>
    <message>
        <source>Penalty γ</source>
        <translation>惩罚 γ</translation>
    </message>
    <message>
        <source>How strongly a discriminator with steep opinions is held back.</source>
        <translation>判别器的判断过于陡峭时，约束它的力度。</translation>
    </message>
    <message>
        <source>Averaging</source>
        <translation>滑动平均</translation>
    </message>
    <message>
        <source>How slowly the generator that is shown follows the one that learns (EMA); 0 shows that itself.</source>
        <translation>展示用的生成器跟随学习中的生成器的快慢（EMA），数值越大越慢；0 表示直接展示学习中的生成器。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Where chance begins: the same seed and recipe give the same run.</source>
        <translation>随机的起点：种子和配方相同，训练结果就相同。</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程数</translation>
    </message>
    <message>
        <source>How many cores of the CPU train; for networks this small, more are often slower.</source>
        <translation>用于训练的 CPU 核心数；网络这么小，核心多了往往反而更慢。</translation>
    </message>
    <message>
        <source>1 set by you</source>
        <translation>1 项自定</translation>
    </message>
    <message>
        <source>{count} set by you</source>
        <translation>{count} 项自定</translation>
    </message>
    <message>
        <source>rates, batch, seed…</source>
        <translation>学习率、批量、种子…</translation>
    </message>
</context>
<context>
    <name>AlongOptions</name>
    <message>
        <source>Every class in order, or type: 2026</source>
        <translation>按顺序用全部类别，或输入：2026</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Which classes the dabs show one after another, one character each.</source>
        <translation>各落点依次显示哪些类别，每个字符对应一个。</translation>
    </message>
    <message>
        <source>This class</source>
        <translation>此类别</translation>
    </message>
    <message>
        <source>Any class</source>
        <translation>任意类别</translation>
    </message>
    <message>
        <source>Every dab is of the brush&apos;s class.</source>
        <translation>每个落点都用笔刷的类别。</translation>
    </message>
    <message>
        <source>Every dab is of another class, too.</source>
        <translation>每个落点的类别也各不相同。</translation>
    </message>
    <message>
        <source>Classes of the dabs</source>
        <translation>落点的类别</translation>
    </message>
    <message>
        <source>Other styles by chance</source>
        <translation>随机换一批风格</translation>
    </message>
</context>
<context>
    <name>AnchorHandle</name>
    <message>
        <source>Anchor {letter}</source>
        <translation>锚点 {letter}</translation>
    </message>
    <message>
        <source>Arrow keys move it, plus and minus change how far it reaches, Delete lets it go.</source>
        <translation>方向键移动，加号和减号键改变影响范围，Delete 键移除。</translation>
    </message>
    <message>
        <source>Drag it; turn the wheel over it to let it reach further; Delete lets it go</source>
        <translation>拖动可移动；在其上滚动滚轮可改变影响范围；按 Delete 移除</translation>
    </message>
</context>
<context>
    <name>ArtworkEditor</name>
    <message>
        <source>brush stroke</source>
        <translation>笔刷笔画</translation>
    </message>
    <message>
        <source>erasing</source>
        <translation>擦除</translation>
    </message>
    <message>
        <source>deleting a stroke</source>
        <translation>删除笔画</translation>
    </message>
    <message>
        <source>Ink</source>
        <translation>墨色</translation>
    </message>
</context>
<context>
    <name>BlendActions</name>
    <message>
        <source>Swap A and B</source>
        <translation>交换 A 和 B</translation>
    </message>
    <message>
        <source>The two change places; the picture in between stays</source>
        <translation>两张图片互换位置；中间的图片不变</translation>
    </message>
    <message>
        <source>Third picture</source>
        <translation>第三张图片</translation>
    </message>
    <message>
        <source>Mix one more picture in</source>
        <translation>再混入一张图片</translation>
    </message>
    <message>
        <source>Turn toward B</source>
        <translation>转向 B</translation>
    </message>
    <message>
        <source>Turn the style of the middle so many degrees; press again to walk on</source>
        <translation>将中间图片的风格转动设定的度数；再按一次继续转动</translation>
    </message>
    <message>
        <source>A − B + C</source>
        <translation>A − B + C</translation>
    </message>
    <message>
        <source>What A has and B has not, with C added</source>
        <translation>取 A 有而 B 没有的特征，再加上 C</translation>
    </message>
    <message>
        <source>Put the middle into A</source>
        <translation>将中间图片放入 A</translation>
    </message>
    <message>
        <source>The middle becomes picture A, to go on with it</source>
        <translation>中间的图片成为图片 A，以便继续混合</translation>
    </message>
    <message>
        <source>Fix the middle in the film</source>
        <translation>在胶片中固定中间图片</translation>
    </message>
    <message>
        <source>The film passes through the middle picture, at the frame nearest to it</source>
        <translation>胶片会在最接近的一帧经过中间的图片</translation>
    </message>
    <message>
        <source>Play the film</source>
        <translation>播放胶片</translation>
    </message>
    <message>
        <source>A fresh picture</source>
        <translation>随机图片</translation>
    </message>
    <message>
        <source>At random, for the well in hand</source>
        <translation>随机生成一张，放入当前槽</translation>
    </message>
    <message>
        <source>Paste into the well</source>
        <translation>粘贴到槽</translation>
    </message>
    <message>
        <source>A picture copied as text, into the well in hand</source>
        <translation>将以文本形式复制的图片放入当前槽</translation>
    </message>
    <message>
        <source>Put into {name}</source>
        <translation>放入 {name}</translation>
    </message>
    <message>
        <source>Film as loop or frames…</source>
        <translation>将胶片导出为循环或帧…</translation>
    </message>
    <message>
        <source>Film as sheet…</source>
        <translation>将胶片导出为拼版图…</translation>
    </message>
    <message>
        <source>All pictures of the film as one, with a list of their latents</source>
        <translation>胶片的所有图片合为一张，并附潜向量列表</translation>
    </message>
    <message>
        <source>Grid as sheet…</source>
        <translation>将网格导出为拼版图…</translation>
    </message>
    <message>
        <source>Every blend of the two as one picture, with a list of their latents</source>
        <translation>两张图片的所有混合结果合为一张，并附潜向量列表</translation>
    </message>
    <message>
        <source>Swap {first} and {second}</source>
        <translation>交换 {first} 和 {second}</translation>
    </message>
    <message>
        <source>Turn toward {name}</source>
        <translation>转向 {name}</translation>
    </message>
    <message>
        <source>Fourth picture</source>
        <translation>第四张图片</translation>
    </message>
</context>
<context>
    <name>BlendAngles</name>
    <message>
        <source>Degrees to turn</source>
        <translation>转动度数</translation>
    </message>
    <message>
        <source>How far one press turns the style</source>
        <translation>每按一次，风格转动多少度</translation>
    </message>
    <message>
        <source>Strength of A − B + C</source>
        <translation>A − B + C 的强度</translation>
    </message>
    <message>
        <source>How much of C comes in and of B goes out; 0 is A itself</source>
        <translation>加入多少 C、去掉多少 B；0 即 A 本身</translation>
    </message>
    <message>
        <source>Into A</source>
        <translation>放入 A</translation>
    </message>
    <message>
        <source>The middle becomes picture A, to go on with it</source>
        <translation>中间的图片成为图片 A，以便继续混合</translation>
    </message>
    <message>
        <source>Between the styles of {first} and {second}</source>
        <translation>{first} 与 {second} 的风格之间</translation>
    </message>
    <message>
        <source>toward {name}</source>
        <translation>朝向 {name}</translation>
    </message>
    <message>
        <source>What A has and B has not, with C added (Shift+A)</source>
        <translation>取 A 有而 B 没有的特征，再加上 C (Shift+A)</translation>
    </message>
    <message>
        <source>Add a third picture first</source>
        <translation>请先添加第三张图片</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>夹角</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>转动</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>强度</translation>
    </message>
</context>
<context>
    <name>BlendControls</name>
    <message>
        <source>filling {name}</source>
        <translation>填入 {name}</translation>
    </message>
    <message>
        <source>This picture comes from another generator</source>
        <translation>这张图片来自其他生成器</translation>
    </message>
    <message>
        <source>locking {name}</source>
        <translation>锁定 {name}</translation>
    </message>
    <message>
        <source>unlocking {name}</source>
        <translation>解锁 {name}</translation>
    </message>
    <message>
        <source>swapping</source>
        <translation>交换</translation>
    </message>
    <message>
        <source>adding {name}</source>
        <translation>添加 {name}</translation>
    </message>
    <message>
        <source>taking {name} out</source>
        <translation>移除 {name}</translation>
    </message>
    <message>
        <source>shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>style</source>
        <translation>风格</translation>
    </message>
    <message>
        <source>linking</source>
        <translation>联动</translation>
    </message>
    <message>
        <source>mixing classes</source>
        <translation>调配类别</translation>
    </message>
    <message>
        <source>going to a class</source>
        <translation>转到类别</translation>
    </message>
    <message>
        <source>moving over the grid</source>
        <translation>在网格上移动</translation>
    </message>
    <message>
        <source>choosing two</source>
        <translation>选择两张图片</translation>
    </message>
    <message>
        <source>turning toward {name}</source>
        <translation>转向 {name}</translation>
    </message>
    <message>
        <source>{angle}° left to {name}</source>
        <translation>距 {name} 还有 {angle}°</translation>
    </message>
    <message>
        <source>A − B + C</source>
        <translation>A − B + C</translation>
    </message>
    <message>
        <source>strength</source>
        <translation>强度</translation>
    </message>
    <message>
        <source>{name} is locked</source>
        <translation>{name} 已锁定</translation>
    </message>
    <message>
        <source>the middle into A</source>
        <translation>将中间图片放入 A</translation>
    </message>
    <message>
        <source>the length of the film</source>
        <translation>胶片长度</translation>
    </message>
    <message>
        <source>going to a frame</source>
        <translation>转到帧</translation>
    </message>
    <message>
        <source>letting a frame go</source>
        <translation>取消固定帧</translation>
    </message>
    <message>
        <source>a fixed point</source>
        <translation>固定点</translation>
    </message>
</context>
<context>
    <name>BlendDesk</name>
    <message>
        <source>Picture in between</source>
        <translation>中间的图片</translation>
    </message>
    <message>
        <source>The picture in between; drag it to another place or program</source>
        <translation>中间的图片；可拖到其他位置或程序</translation>
    </message>
    <message>
        <source>This style in every class</source>
        <translation>此风格的所有类别</translation>
    </message>
    <message>
        <source>The same hand in another class; click to go there</source>
        <translation>同一笔迹的其他类别；单击前往</translation>
    </message>
    <message>
        <source>click one to go there; drag a bar to mix</source>
        <translation>单击前往；拖动滑条调配</translation>
    </message>
</context>
<context>
    <name>BlendExport</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Film and grid as a loop, as frames or as a sheet</source>
        <translation>将胶片和网格导出为循环、帧或拼版图</translation>
    </message>
    <message>
        <source>blend</source>
        <translation>混合</translation>
    </message>
</context>
<context>
    <name>BlendFilm</name>
    <message>
        <source>Click a picture to make it a fixed point, again to let it go; drag it out to use it elsewhere</source>
        <translation>单击图片设为固定点，再次单击取消；拖出可用于别处</translation>
    </message>
    <message>
        <source>Play the film (Ctrl+Space)</source>
        <translation>播放胶片 (Ctrl+Space)</translation>
    </message>
    <message>
        <source> pictures</source>
        <translation> 张</translation>
    </message>
    <message>
        <source>Pictures in the film</source>
        <translation>胶片中的图片数</translation>
    </message>
    <message>
        <source>How many pictures the film has, from {least} to {most}</source>
        <translation>胶片包含多少张图片，{least} 到 {most}</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>单次</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>There and back</source>
        <translation>往返</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Pictures a second</source>
        <translation>每秒图片数</translation>
    </message>
    <message>
        <source>Click one to make it a fixed point; drag one out to keep it</source>
        <translation>单击设为固定点；拖出可收藏</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} 到 {last}</translation>
    </message>
    <message>
        <source>From {first} to {last}</source>
        <translation>从 {first} 到 {last}</translation>
    </message>
    <message>
        <source>{n} a second</source>
        <translation>每秒 {n} 张</translation>
    </message>
</context>
<context>
    <name>BlendGrid</name>
    <message>
        <source>Click a picture, or drag anywhere between; arrow keys go from picture to picture</source>
        <translation>单击图片，或在图片之间任意拖动；方向键逐张移动</translation>
    </message>
    <message>
        <source>shape {shape}, style {style}</source>
        <translation>形状 {shape}，风格 {style}</translation>
    </message>
</context>
<context>
    <name>BlendHint</name>
    <message>
        <source>Drag a slider</source>
        <translation>拖动滑块</translation>
    </message>
    <message>
        <source>Shape turns A&apos;s class into B&apos;s. Style goes from A&apos;s hand to B&apos;s, whatever is written.</source>
        <translation>“形状”让 A 的类别变成 B 的类别。“风格”让 A 的笔迹变成 B 的笔迹，与写的内容无关。</translation>
    </message>
    <message>
        <source>Dotted: further than either of them</source>
        <translation>虚线部分：超出 A 和 B 的范围</translation>
    </message>
</context>
<context>
    <name>BlendPage</name>
    <message>
        <source>class {name}</source>
        <translation>类别 {name}</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>of {name}</source>
        <translation>{name} 的</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>风格</translation>
    </message>
    <message>
        <source>{first} to {second} {angle}°</source>
        <translation>{first} 到 {second} {angle}°</translation>
    </message>
</context>
<context>
    <name>BlendSide</name>
    <message>
        <source>Rows and columns</source>
        <translation>行数和列数</translation>
    </message>
    <message>
        <source>Which two pictures grid, film and angle lie between</source>
        <translation>选择网格、胶片和夹角位于哪两张图片之间</translation>
    </message>
    <message>
        <source>Every blend of {first} and {second}</source>
        <translation>{first} 和 {second} 的所有混合</translation>
    </message>
    <message>
        <source>{first} and {second}</source>
        <translation>{first} 和 {second}</translation>
    </message>
    <message>
        <source>There is no room for so many in this window</source>
        <translation>窗口中放不下这么多</translation>
    </message>
</context>
<context>
    <name>BlendSliders</name>
    <message>
        <source>Move shape and style together</source>
        <translation>形状和风格一起移动</translation>
    </message>
    <message>
        <source>Which class it is, from A&apos;s to B&apos;s; the style stays as it is</source>
        <translation>属于哪个类别，从 A 到 B；风格不变</translation>
    </message>
    <message>
        <source>Whose hand wrote it, from A&apos;s to B&apos;s; the class stays as it is</source>
        <translation>由谁的笔迹写成，从 A 到 B；类别不变</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>of A</source>
        <translation>A 的</translation>
    </message>
    <message>
        <source>of B</source>
        <translation>B 的</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>风格</translation>
    </message>
</context>
<context>
    <name>BlendSources</name>
    <message>
        <source>Click to blend it, drag it into a well, Delete to let it go</source>
        <translation>单击加入混合，可拖入槽中，按 Delete 移除</translation>
    </message>
    <message>
        <source>Fresh pictures</source>
        <translation>随机图片</translation>
    </message>
    <message>
        <source>One hand in each row; click to blend it, or drag it into a well</source>
        <translation>每行为同一笔迹；单击加入混合，或拖入槽中</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Other fresh pictures, at random</source>
        <translation>换一批随机图片</translation>
    </message>
    <message>
        <source>Back to every blend (Esc)</source>
        <translation>返回所有混合 (Esc)</translation>
    </message>
    <message>
        <source>Fresh</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>Pictures to blend: click a well first, or drag one there</source>
        <translation>可混合的图片：先单击一个槽，或直接拖入槽中</translation>
    </message>
    <message>
        <source>Choose picture {name}</source>
        <translation>选择图片 {name}</translation>
    </message>
</context>
<context>
    <name>BlendWeights</name>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Which class it is: drag the dot toward a picture; the style stays</source>
        <translation>属于哪个类别：将圆点拖向某张图片；风格不变</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>风格</translation>
    </message>
    <message>
        <source>Whose hand wrote it: drag the dot toward a picture; the class stays</source>
        <translation>由谁的笔迹写成：将圆点拖向某张图片；类别不变</translation>
    </message>
    <message>
        <source>Move shape and style together</source>
        <translation>形状和风格一起移动</translation>
    </message>
</context>
<context>
    <name>BlendWells</name>
    <message>
        <source>{name} is locked</source>
        <translation>{name} 已锁定</translation>
    </message>
</context>
<context>
    <name>BoardList</name>
    <message>
        <source>Boards</source>
        <translation>收藏板</translation>
    </message>
    <message>
        <source>F2 renames a board; drop pictures on one to move them there.</source>
        <translation>按 F2 重命名收藏板；将图片拖到收藏板上即可移入。</translation>
    </message>
    <message>
        <source>{name}, {n} pictures</source>
        <translation>{name}，{n} 张图片</translation>
    </message>
</context>
<context>
    <name>BoardWords</name>
    <message>
        <source>Kept</source>
        <translation>收藏</translation>
    </message>
</context>
<context>
    <name>BrushMore</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>A second ink, hard pixels, chance, and the pressure of a pen</source>
        <translation>第二墨色、硬像素、随机变化和压感笔的笔压</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>亮部</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>暗部</translation>
    </message>
    <message>
        <source>What is light in a picture becomes ink, as with the digits that come along.</source>
        <translation>图片中亮的部分变成墨迹，自带的数字就是如此。</translation>
    </message>
    <message>
        <source>What is dark becomes ink: for models of dark drawings on white.</source>
        <translation>暗的部分变成墨迹：适合以白底深色图画训练的模型。</translation>
    </message>
    <message>
        <source>Parts that become ink</source>
        <translation>变成墨迹的部分</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>Large stamps have clean edges: ink stays crisp at any size.</source>
        <translation>大印章边缘干净：墨迹在任何大小下都清晰。</translation>
    </message>
    <message>
        <source>Large stamps show their pixels as hard squares.</source>
        <translation>大印章的像素显示为硬边方块。</translation>
    </message>
    <message>
        <source>Edges</source>
        <translation>边缘</translation>
    </message>
    <message>
        <source>Vary turn</source>
        <translation>随机旋转</translation>
    </message>
    <message>
        <source>How far each dab is turned by chance, one way or the other.</source>
        <translation>每个落点向左或向右随机旋转的幅度。</translation>
    </message>
    <message>
        <source>Vary size</source>
        <translation>随机大小</translation>
    </message>
    <message>
        <source>How much smaller a dab may be by chance.</source>
        <translation>落点随机缩小的最大幅度。</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>风格</translation>
    </message>
    <message>
        <source>A pen paints as a mouse does.</source>
        <translation>压感笔与鼠标的绘画效果相同。</translation>
    </message>
    <message>
        <source>The harder a pen presses, the larger the dab.</source>
        <translation>压感笔压得越重，落点越大。</translation>
    </message>
    <message>
        <source>The harder a pen presses, the stronger the ink.</source>
        <translation>压感笔压得越重，墨色越浓。</translation>
    </message>
    <message>
        <source>Light shows the first picture of Travel or Drift, hard the last. A mouse changes nothing.</source>
        <translation>轻压显示“过渡”或“漂移”的第一张图片，重压显示最后一张。用鼠标时没有变化。</translation>
    </message>
    <message>
        <source>Pressure changes</source>
        <translation>笔压影响</translation>
    </message>
    <message>
        <source>Pressure</source>
        <translation>笔压</translation>
    </message>
    <message>
        <source>Inks what is</source>
        <translation>着墨部分</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>渐变</translation>
    </message>
    <message>
        <source>inverted</source>
        <translation>反相</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>chance</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>pressure</source>
        <translation>笔压</translation>
    </message>
</context>
<context>
    <name>BrushPanel</name>
    <message>
        <source>Fixed</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>漂移</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>过渡</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>随位置</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Every dab is the same picture.</source>
        <translation>每个落点都是同一张图片。</translation>
    </message>
    <message>
        <source>Every dab is in another style.</source>
        <translation>每个落点的风格各不相同。</translation>
    </message>
    <message>
        <source>The style wanders slowly, away from the brush and back.</source>
        <translation>风格缓缓游移，离开笔刷的风格，再回到原处。</translation>
    </message>
    <message>
        <source>One picture becomes another along the stroke.</source>
        <translation>图片沿笔画逐渐变成另一张。</translation>
    </message>
    <message>
        <source>The sheet is Explore&apos;s pad: where you paint decides what appears.</source>
        <translation>画布就是“探索”的画盘：画在哪里，决定出现什么。</translation>
    </message>
    <message>
        <source>Classes one after another, all in one style.</source>
        <translation>类别依次出现，风格保持一致。</translation>
    </message>
    <message>
        <source>Along the stroke</source>
        <translation>沿笔画</translation>
    </message>
    <message>
        <source>Upright</source>
        <translation>直立</translation>
    </message>
    <message>
        <source>With stroke</source>
        <translation>随笔画</translation>
    </message>
    <message>
        <source>Every dab stands upright.</source>
        <translation>每个落点都保持直立。</translation>
    </message>
    <message>
        <source>Every dab turns with the direction of the stroke.</source>
        <translation>每个落点随笔画的走向旋转。</translation>
    </message>
    <message>
        <source>Ink</source>
        <translation>墨色</translation>
    </message>
    <message>
        <source>Pictures in colour keep their own</source>
        <translation>彩色图片保留自身的颜色</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>How large one dab is, in pixels of the sheet. ([ and ])</source>
        <translation>单个落点的大小，以画布像素计（[ 和 ]）。</translation>
    </message>
    <message>
        <source>How far apart dabs fall, as a share of their size.</source>
        <translation>落点之间的距离，按落点大小的比例计。</translation>
    </message>
    <message>
        <source>How much each dab covers of what lies below it.</source>
        <translation>每个落点对下方内容的遮盖程度。</translation>
    </message>
    <message>
        <source>How far each dab may fall beside the stroke by chance, as a share of its size.</source>
        <translation>每个落点随机偏离笔画的最大距离，按落点大小的比例计。</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Spacing</source>
        <translation>间距</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <source>Scatter</source>
        <translation>散布</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>旋转</translation>
    </message>
</context>
<context>
    <name>BudgetField</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>No end</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Train for so many minutes; pauses do not count.</source>
        <translation>训练指定的分钟数，暂停时间不计。</translation>
    </message>
    <message>
        <source>Train for so many steps; in each one both networks learn from one batch.</source>
        <translation>训练指定的步数；每一步两个网络各学习一批图片。</translation>
    </message>
    <message>
        <source>Train until every picture has been learnt from so many times.</source>
        <translation>训练到每张图片都被学习过指定的次数。</translation>
    </message>
    <message>
        <source>Train until you press Stop.</source>
        <translation>一直训练，直到按下“停止”。</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>Minutes of training</source>
        <translation>训练分钟数</translation>
    </message>
    <message>
        <source>Steps of training</source>
        <translation>训练步数</translation>
    </message>
    <message>
        <source>Epochs of training</source>
        <translation>训练轮数</translation>
    </message>
    <message>
        <source>{name}. The learning rates fall towards the end.</source>
        <translation>{name}。学习率会在临近结束时下降。</translation>
    </message>
</context>
<context>
    <name>ChartCompare</name>
    <message>
        <source>Compare with run</source>
        <translation>与训练记录对比</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>其他文件夹…</translation>
    </message>
    <message>
        <source>End the comparison</source>
        <translation>结束对比</translation>
    </message>
    <message>
        <source>Folder of a run</source>
        <translation>训练记录所在的文件夹</translation>
    </message>
</context>
<context>
    <name>ChartExport</name>
    <message>
        <source>Export curves as CSV…</source>
        <translation>将曲线导出为 CSV…</translation>
    </message>
    <message>
        <source>Save charts as PNG…</source>
        <translation>将图表保存为 PNG…</translation>
    </message>
    <message>
        <source>Save charts as SVG…</source>
        <translation>将图表保存为 SVG…</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG 矢量图 (*.svg)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
</context>
<context>
    <name>ChartTitle</name>
    <message>
        <source>{title}: {values}</source>
        <translation>{title}：{values}</translation>
    </message>
    <message>
        <source>Dashed: {run}</source>
        <translation>虚线：{run}</translation>
    </message>
</context>
<context>
    <name>ChartTools</name>
    <message>
        <source>Hide outliers</source>
        <translation>隐藏离群值</translation>
    </message>
    <message>
        <source>Compare and export</source>
        <translation>对比与导出</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Lay the curves over the steps of training.</source>
        <translation>以训练步数为横轴绘制曲线。</translation>
    </message>
    <message>
        <source>Lay the curves over epochs: how often each training picture has been seen.</source>
        <translation>以轮数为横轴绘制曲线，即每张训练图片已看过的次数。</translation>
    </message>
    <message>
        <source>Lay the curves over the time trained, without pauses.</source>
        <translation>以训练时间为横轴绘制曲线，不含暂停。</translation>
    </message>
    <message>
        <source>How much the bold line evens out the steps. The faint line behind it is what was measured.</source>
        <translation>粗线的平滑程度。后面的淡线是实际测量值。</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑度</translation>
    </message>
    <message>
        <source>A few wild steps may leave the chart, so that the rest is not flattened.</source>
        <translation>允许少数剧烈波动的步超出图表，以免其余曲线被压平。</translation>
    </message>
    <message>
        <source>Follow the run</source>
        <translation>跟随训练</translation>
    </message>
    <message>
        <source>Show it up to its newest step. Zooming with the wheel or dragging a chart lets go.</source>
        <translation>始终显示到最新一步。用滚轮缩放或拖动图表即停止跟随。</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>平滑</translation>
    </message>
</context>
<context>
    <name>ChosenSample</name>
    <message>
        <source>Everything that can be done with this picture</source>
        <translation>可对这张图片执行的全部操作</translation>
    </message>
</context>
<context>
    <name>ClassCountBar</name>
    <message>
        <source>Pictures in each class</source>
        <translation>各类别的图片数</translation>
    </message>
    <message>
        <source>{name}: {count} pictures</source>
        <translation>{name}：{count} 张图片</translation>
    </message>
</context>
<context>
    <name>ClassMixer</name>
    <message>
        <source>Class mix</source>
        <translation>类别调配</translation>
    </message>
    <message>
        <source>Drag a bar to mix classes; double-click one for that class alone</source>
        <translation>拖动滑条调配类别；双击则只用该类别</translation>
    </message>
</context>
<context>
    <name>ClassReadout</name>
    <message>
        <source>Reads as</source>
        <translation>识别为</translation>
    </message>
    <message>
        <source>What a separate digit reader takes this picture for</source>
        <translation>独立的数字识别器对这张图片的判断</translation>
    </message>
    <message>
        <source>{name} at {share}</source>
        <translation>{name}（{share}）</translation>
    </message>
    <message>
        <source>also {others}</source>
        <translation>也可能是 {others}</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Find an action</source>
        <translation>查找操作</translation>
    </message>
    <message>
        <source>Find an action, such as “export” or “dark”</source>
        <translation>查找操作，例如“导出”或“深色”</translation>
    </message>
    <message>
        <source>Name of an action</source>
        <translation>操作名称</translation>
    </message>
    <message>
        <source>Actions that fit</source>
        <translation>匹配的操作</translation>
    </message>
</context>
<context>
    <name>ComparedRun</name>
    <message>
        <source>End the comparison</source>
        <translation>结束对比</translation>
    </message>
    <message>
        <source>Dashed: {run}</source>
        <translation>虚线：{run}</translation>
    </message>
</context>
<context>
    <name>DatasetChoice</name>
    <message>
        <source>There are no files of {title} in “{folder}”.</source>
        <translation>“{folder}”中没有 {title} 的文件。</translation>
    </message>
    <message>
        <source>The files of {title} are not on this computer yet.</source>
        <translation>这台电脑上还没有 {title} 的文件。</translation>
    </message>
    <message>
        <source>The download was cancelled.</source>
        <translation>下载已取消。</translation>
    </message>
</context>
<context>
    <name>DatasetChooser</name>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Choose what to learn from, or drop a folder of pictures into this room.</source>
        <translation>选择要学习的内容，或把图片文件夹拖到这里。</translation>
    </message>
    <message>
        <source>MNIST, 60,000 handwritten digits</source>
        <translation>MNIST，60,000 个手写数字</translation>
    </message>
    <message>
        <source>More of its family</source>
        <translation>同系列的更多数据集</translation>
    </message>
    <message>
        <source>Practice digits (made pictures)</source>
        <translation>练习数字（生成的图片）</translation>
    </message>
    <message>
        <source>Folder of pictures…</source>
        <translation>图片文件夹…</translation>
    </message>
    <message>
        <source>Draw your own…</source>
        <translation>自己画…</translation>
    </message>
    <message>
        <source>Folder of MNIST&apos;s IDX files…</source>
        <translation>MNIST 的 IDX 文件所在的文件夹…</translation>
    </message>
    <message>
        <source>Reading the pictures…</source>
        <translation>正在读取图片…</translation>
    </message>
    <message>
        <source>Your own pictures: their licence is yours to know</source>
        <translation>自己的图片：许可由你自行确认</translation>
    </message>
    <message>
        <source>Made by this program&apos;s own generator, which learnt from MNIST (CC BY-SA 3.0)</source>
        <translation>由本程序自带的生成器绘制，它学习自 MNIST (CC BY-SA 3.0)</translation>
    </message>
    <message>
        <source>Looking at each picture: {done} of {total}</source>
        <translation>正在逐张检查图片：{done} / {total}</translation>
    </message>
    <message>
        <source>Folder of pictures</source>
        <translation>图片文件夹</translation>
    </message>
    <message>
        <source>Folder that holds the files</source>
        <translation>文件所在的文件夹</translation>
    </message>
    <message>
        <source>{count} pictures, not sorted into classes</source>
        <translation>{count} 张图片，未分类别</translation>
    </message>
    <message>
        <source>{count} pictures in {classes} classes, unevenly filled</source>
        <translation>{count} 张图片，{classes} 个类别，数量不均</translation>
    </message>
    <message>
        <source>{count} pictures in {classes} classes, all well filled</source>
        <translation>{count} 张图片，{classes} 个类别，数量均衡</translation>
    </message>
</context>
<context>
    <name>DatasetOffer</name>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Fetch the files of this set. Nothing else is asked of the network.</source>
        <translation>下载此数据集的文件，除此之外不会访问网络。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop the download. Files that are complete are kept.</source>
        <translation>停止下载。已下载完的文件会保留。</translation>
    </message>
    <message>
        <source>Practice digits</source>
        <translation>练习数字</translation>
    </message>
    <message>
        <source>Digits that the studio makes itself. They need no download.</source>
        <translation>由本程序自行生成的数字，无需下载。</translation>
    </message>
    <message>
        <source>From disk…</source>
        <translation>从磁盘选取…</translation>
    </message>
    <message>
        <source>Choose the folder that holds the files of this set, packed or not.</source>
        <translation>选择此数据集文件所在的文件夹，是否压缩均可。</translation>
    </message>
    <message>
        <source>Downloading…</source>
        <translation>正在下载…</translation>
    </message>
    <message>
        <source>{done} of {total} MB</source>
        <translation>{done} / {total} MB</translation>
    </message>
</context>
<context>
    <name>DeviceChoice</name>
    <message>
        <source>Auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Take the fastest device that is here.</source>
        <translation>使用这台电脑上最快的设备。</translation>
    </message>
    <message>
        <source>Train on the processor: exact, and quick enough for small networks.</source>
        <translation>用处理器训练：结果精确，对小型网络也够快。</translation>
    </message>
    <message>
        <source>Train on the NVIDIA graphics card.</source>
        <translation>用 NVIDIA 显卡训练。</translation>
    </message>
    <message>
        <source>Train on Apple&apos;s graphics.</source>
        <translation>用 Apple 图形处理器训练。</translation>
    </message>
</context>
<context>
    <name>DirectionSlider</name>
    <message>
        <source>Less or more of this, in standard deviations; double-click for none</source>
        <translation>减弱或增强此特征，以标准差为单位；双击归零</translation>
    </message>
    <message>
        <source>Least {name}</source>
        <translation>{name}：最小端</translation>
    </message>
    <message>
        <source>Most {name}</source>
        <translation>{name}：最大端</translation>
    </message>
    <message>
        <source>The picture at this end; click to go there</source>
        <translation>此端的图片；单击前往</translation>
    </message>
</context>
<context>
    <name>DirectionWords</name>
    <message>
        <source>leans left</source>
        <translation>左倾</translation>
    </message>
    <message>
        <source>Slant</source>
        <translation>倾斜</translation>
    </message>
    <message>
        <source>leans right</source>
        <translation>右倾</translation>
    </message>
    <message>
        <source>thin</source>
        <translation>细</translation>
    </message>
    <message>
        <source>Thickness</source>
        <translation>粗细</translation>
    </message>
    <message>
        <source>thick</source>
        <translation>粗</translation>
    </message>
    <message>
        <source>narrow</source>
        <translation>窄</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>wide</source>
        <translation>宽</translation>
    </message>
    <message>
        <source>little ink</source>
        <translation>墨少</translation>
    </message>
    <message>
        <source>Ink</source>
        <translation>墨量</translation>
    </message>
    <message>
        <source>much ink</source>
        <translation>墨多</translation>
    </message>
    <message>
        <source>low</source>
        <translation>矮</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>tall</source>
        <translation>高</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>暗</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>亮度</translation>
    </message>
    <message>
        <source>bright</source>
        <translation>亮</translation>
    </message>
    <message>
        <source>Hue</source>
        <translation>色相</translation>
    </message>
    <message>
        <source>plain</source>
        <translation>简单</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>细节</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>繁复</translation>
    </message>
    <message>
        <source>small</source>
        <translation>小</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>覆盖面积</translation>
    </message>
    <message>
        <source>large</source>
        <translation>大</translation>
    </message>
    <message>
        <source>Direction {n}</source>
        <translation>方向 {n}</translation>
    </message>
    <message>
        <source>{across} × {up}</source>
        <translation>{across} × {up}</translation>
    </message>
    <message>
        <source>{across} and {up} are on the pad</source>
        <translation>“{across}”和“{up}”已在画盘上</translation>
    </message>
</context>
<context>
    <name>DoctorCard</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Puts the numbers back that the mend changed.</source>
        <translation>恢复修复前的数值。</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>为什么？</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Next note</source>
        <translation>下一条提示</translation>
    </message>
    <message>
        <source>What is behind it, and what the mend does.</source>
        <translation>背后的原因，以及修复会做什么。</translation>
    </message>
    <message>
        <source>Shows the next thing that the doctor saw in this run.</source>
        <translation>显示医生在本次训练中发现的下一个问题。</translation>
    </message>
    <message>
        <source>Takes this note away. Its mark on the charts stays.</source>
        <translation>收起这条提示。图表上的标记会保留。</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} / {count}</translation>
    </message>
</context>
<context>
    <name>DoctorTexts</name>
    <message>
        <source>Go back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>The pictures become all alike</source>
        <translation>图片变得千篇一律</translation>
    </message>
    <message>
        <source>The generator has found a picture that passes, and repeats it: this is called mode collapse. A stronger gradient penalty makes the discriminator&apos;s opinion less steep, so that other pictures pay off again.</source>
        <translation>生成器找到了一张能蒙混过关的图片，便不断重复它，这叫模式崩塌。加强梯度惩罚会让判别器的判断不那么陡峭，生成其他图片便又有回报。</translation>
    </message>
    <message>
        <source>Some classes are no longer drawn</source>
        <translation>有些类别不再被绘制</translation>
    </message>
    <message>
        <source>The generator draws something else where it is asked for these. A stronger gradient penalty lets it find them again; often more training does, too.</source>
        <translation>要求绘制这些类别时，生成器画出的却是别的内容。加强梯度惩罚能让它重新找回这些类别；多训练一会儿往往也有效。</translation>
    </message>
    <message>
        <source>D knows the pictures by heart</source>
        <translation>D 已把图片背下来了</translation>
    </message>
    <message>
        <source>There are few pictures, and each was seen so often that the discriminator knows it; the generator then learns to repeat them. Turned and scaled pictures are harder to learn by heart.</source>
        <translation>图片太少，每张都看了太多遍，判别器已经认得它们，生成器便会学着照搬。经过旋转和缩放的图片更难背下来。</translation>
    </message>
    <message>
        <source>D is pulling ahead</source>
        <translation>D 正在占上风</translation>
    </message>
    <message>
        <source>The discriminator tells made from training pictures almost always, so the generator gets no hint how to improve. With smaller steps D learns more slowly, and G can catch up.</source>
        <translation>判别器几乎总能分辨生成的图片和训练图片，生成器因此得不到如何改进的线索。减小步幅后 D 学得慢一些，G 就能赶上来。</translation>
    </message>
    <message>
        <source>The pictures stand still</source>
        <translation>图片停滞不前</translation>
    </message>
    <message>
        <source>The generator is not learning any more. Larger steps get it going, if they are too small.</source>
        <translation>生成器不再进步了。如果是步幅太小，加大步幅能让它重新动起来。</translation>
    </message>
    <message>
        <source>The run breaks down again and again</source>
        <translation>训练反复崩溃</translation>
    </message>
    <message>
        <source>The numbers grew until they were no longer numbers, and the run returned to its last good state. Its steps are too large: smaller learning rates keep it on its feet.</source>
        <translation>数值不断增大直至溢出，训练已退回上一个正常状态。原因是步幅太大：降低学习率可让训练保持稳定。</translation>
    </message>
    <message>
        <source>The run went off the rails</source>
        <translation>训练失控了</translation>
    </message>
    <message>
        <source>The numbers grew until they were no longer numbers, too often to go on. The last good state is kept: from there the run can go on with smaller steps.</source>
        <translation>数值多次增大直至溢出，无法继续训练。上一个正常状态已保留，可从那里以更小的步幅继续。</translation>
    </message>
    <message>
        <source>Pictures of one class differ by {distance} on average, and did by {best}.</source>
        <translation>同一类别的图片目前平均相差 {distance}，此前最高为 {best}。</translation>
    </message>
    <message>
        <source>Since step {step} the digit reader does not find {classes}.</source>
        <translation>从第 {step} 步起，数字识别器就找不到 {classes} 了。</translation>
    </message>
    <message>
        <source>Each was seen {epochs} times; over the last {steps} steps training pictures won {wins} of all pairs.</source>
        <translation>每张图片已看过 {epochs} 次；最近 {steps} 步的全部配对中，训练图片胜出的占 {wins}。</translation>
    </message>
    <message>
        <source>Over the last {steps} steps it was {certainty} sure on average.</source>
        <translation>最近 {steps} 步里，它的平均把握达 {certainty}。</translation>
    </message>
    <message>
        <source>In {steps} steps they changed by {levels} of 255 grey levels.</source>
        <translation>{steps} 步内，图片只变化了 {levels} 个灰度级（共 255 级）。</translation>
    </message>
    <message>
        <source>It went off the rails {rollbacks} times and returned to an earlier state each time.</source>
        <translation>训练已失控 {rollbacks} 次，每次都退回了之前的状态。</translation>
    </message>
    <message>
        <source>At step {step} the losses were no longer numbers.</source>
        <translation>到第 {step} 步时，损失已不再是有效数值。</translation>
    </message>
    <message>
        <source>Stops this run, which is kept, and goes on in a new one from step {step}, before it began, with the mend.</source>
        <translation>停止并保留本次训练，应用修复后，从问题出现前的第 {step} 步另起一次新训练。</translation>
    </message>
    <message>
        <source>Slow D down</source>
        <translation>放慢 D</translation>
    </message>
    <message>
        <source>Speed D up</source>
        <translation>加快 D</translation>
    </message>
    <message>
        <source>Lower both rates</source>
        <translation>降低两个学习率</translation>
    </message>
    <message>
        <source>Raise both rates</source>
        <translation>提高两个学习率</translation>
    </message>
    <message>
        <source>Raise penalty</source>
        <translation>加强惩罚</translation>
    </message>
    <message>
        <source>Add augmentation</source>
        <translation>增加数据增强</translation>
    </message>
    <message>
        <source>Mend it</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>learning rate of G</source>
        <translation>G 学习率</translation>
    </message>
    <message>
        <source>learning rate of D</source>
        <translation>D 学习率</translation>
    </message>
    <message>
        <source>penalty γ</source>
        <translation>惩罚 γ</translation>
    </message>
    <message>
        <source>augmentation</source>
        <translation>数据增强</translation>
    </message>
    <message>
        <source>D steps per G</source>
        <translation>D/G 步数比</translation>
    </message>
    <message>
        <source>averaging</source>
        <translation>滑动平均</translation>
    </message>
    <message>
        <source>{name} from {before} to {after}</source>
        <translation>{name} {before} → {after}</translation>
    </message>
    <message>
        <source>Changes {what}. Undo takes it back.</source>
        <translation>更改 {what}。可用“撤销”恢复。</translation>
    </message>
</context>
<context>
    <name>DrawingCell</name>
    <message>
        <source>Draw with mouse or pen. Ctrl+Z takes the last line back, Delete clears.</source>
        <translation>用鼠标或压感笔绘制。Ctrl+Z 撤销上一条线，Delete 清空。</translation>
    </message>
    <message>
        <source>Undo line</source>
        <translation>撤销线条</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
</context>
<context>
    <name>DrawingDesk</name>
    <message>
        <source>Drawings {number}</source>
        <translation>手绘 {number}</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>圆圈</translation>
    </message>
    <message>
        <source>Cross</source>
        <translation>叉</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>星星</translation>
    </message>
    <message>
        <source>Folder to draw in</source>
        <translation>存放绘图的文件夹</translation>
    </message>
    <message>
        <source>“{name}” is there already.</source>
        <translation>“{name}”已存在。</translation>
    </message>
    <message>
        <source>What you drew is still on its sheet: draw on to try again.</source>
        <translation>画的内容还留在画布上：继续画即可重试。</translation>
    </message>
</context>
<context>
    <name>DrawingDialog</name>
    <message>
        <source>Draw your own pictures</source>
        <translation>自己画图片</translation>
    </message>
    <message>
        <source>Name of the set</source>
        <translation>图集名称</translation>
    </message>
    <message>
        <source>The set and its folder are called so.</source>
        <translation>图集及其文件夹都用这个名称。</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Begin another set; this one stays as it is.</source>
        <translation>另建一个图集，当前图集保持不变。</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Go on with a set that was drawn before, or take a folder of your own choice.</source>
        <translation>继续画以前的图集，或自选一个文件夹。</translation>
    </message>
    <message>
        <source>Add a class</source>
        <translation>添加类别</translation>
    </message>
    <message>
        <source>One more kind of picture, with cells of its own.</source>
        <translation>再加一种图片，配有单独的画格。</translation>
    </message>
    <message>
        <source>Learn from these</source>
        <translation>学习这些图片</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Draw each thing several times, never twice alike. Every line is saved as you lift the pen.</source>
        <translation>每样东西画几遍，每遍都略有不同。每画完一笔都会自动保存。</translation>
    </message>
    <message>
        <source>Class {number}</source>
        <translation>类别 {number}</translation>
    </message>
    <message>
        <source>Chooses this set in the Train room. You can draw on later.</source>
        <translation>在“训练”中选用这个图集，之后还可以接着画。</translation>
    </message>
    <message>
        <source>Draw something first.</source>
        <translation>请先画点什么。</translation>
    </message>
</context>
<context>
    <name>DrawingRow</name>
    <message>
        <source>Class name</source>
        <translation>类别名称</translation>
    </message>
    <message>
        <source>What these pictures show; the folder of the class is called so.</source>
        <translation>这些图片画的是什么；类别的文件夹也用这个名称。</translation>
    </message>
    <message>
        <source>Picture {number} of {name}</source>
        <translation>{name} 的第 {number} 张图片</translation>
    </message>
    <message>
        <source>{count} drawn, {least} or more are needed to learn from</source>
        <translation>已画 {count} 张，至少 {least} 张才能学习</translation>
    </message>
    <message>
        <source>{count} drawn</source>
        <translation>已画 {count} 张</translation>
    </message>
</context>
<context>
    <name>EditableName</name>
    <message>
        <source>{name}: double-click, or F2, to call it what you see in it</source>
        <translation>{name}：双击或按 F2，按所见为其命名</translation>
    </message>
</context>
<context>
    <name>EngineWords</name>
    <message>
        <source>There is no picture in {folder} that can be used.</source>
        <translation>{folder} 中没有可用的图片。</translation>
    </message>
    <message>
        <source>This folder holds {count} pictures; {limit} can be used at most.</source>
        <translation>此文件夹含有 {count} 张图片；最多可使用 {limit} 张。</translation>
    </message>
    <message>
        <source>This folder has {count} subfolders with pictures; {limit} classes can be used at most.</source>
        <translation>此文件夹有 {count} 个含图片的子文件夹；最多可使用 {limit} 个类别。</translation>
    </message>
    <message>
        <source>The prepared pictures could not be read back from the disk.</source>
        <translation>无法从磁盘读回处理好的图片。</translation>
    </message>
    <message>
        <source>The pictures of this run have changed. Train a new run with them.</source>
        <translation>此训练记录所用的图片已更改。请用现有图片重新训练。</translation>
    </message>
    <message>
        <source>{name} is neither a folder nor a data set that is known.</source>
        <translation>{name} 既不是文件夹，也不是已知的数据集。</translation>
    </message>
    <message>
        <source>{skipped} of {total} pictures could not be used.</source>
        <translation>{total} 张图片中有 {skipped} 张无法使用。</translation>
    </message>
    <message>
        <source>{name} cannot be used: {reason}.</source>
        <translation>无法使用 {name}：{reason}。</translation>
    </message>
    <message>
        <source>This text is not a latent copied from Latent Studio.</source>
        <translation>此文本不是从 Latent Studio 复制的潜向量。</translation>
    </message>
    <message>
        <source>This latent is cut short; copy it again.</source>
        <translation>此潜向量不完整，请重新复制。</translation>
    </message>
    <message>
        <source>A name has 1 to {most} signs, all on one line.</source>
        <translation>名称须为 1 到 {most} 个字符，且只占一行。</translation>
    </message>
    <message>
        <source>The shelf holds {most} pictures at most.</source>
        <translation>收藏架最多可存放 {most} 张图片。</translation>
    </message>
    <message>
        <source>The shelf holds {boards} boards and {most} pictures at most.</source>
        <translation>收藏架最多可存放 {boards} 个收藏板和 {most} 张图片。</translation>
    </message>
    <message>
        <source>The shelf is full: export a board and delete it, or discard pictures.</source>
        <translation>收藏架已满：请导出一个收藏板后将其删除，或丢弃一些图片。</translation>
    </message>
    <message>
        <source>The kept pictures in {name} could not be read.</source>
        <translation>无法读取 {name} 中收藏的图片。</translation>
    </message>
    <message>
        <source>These kept pictures were written by a newer version of Latent Studio.</source>
        <translation>这些收藏的图片由更新版本的 Latent Studio 写入。</translation>
    </message>
    <message>
        <source>There is nothing on this picture to look for.</source>
        <translation>这张图片上没有可查找的内容。</translation>
    </message>
    <message>
        <source>{host} could not be reached ({reason}). Check the network and try again.</source>
        <translation>无法连接 {host} ({reason})。请检查网络后重试。</translation>
    </message>
    <message>
        <source>What {host} sent as {file} is not the published file; nothing of it was kept.</source>
        <translation>{host} 发来的 {file} 与官方发布的文件不符，未保留任何内容。</translation>
    </message>
    <message>
        <source>{address} is not an https address.</source>
        <translation>{address} 不是 https 地址。</translation>
    </message>
    <message>
        <source>{title} cannot be downloaded safely from here: bring its files along and say where they lie.</source>
        <translation>无法从这里安全下载 {title}：请自行准备文件，并指定其位置。</translation>
    </message>
    <message>
        <source>Training went off the rails at step {step}: the losses are no longer numbers. The last checkpoint is kept; go on from it, or train anew with a lower learning rate.</source>
        <translation>训练在第 {step} 步失控：损失已不是有效数值。最近的检查点已保留；可从该处继续，或降低学习率重新训练。</translation>
    </message>
    <message>
        <source>There is not enough memory to train with {size} pictures at a time. The last checkpoint is kept; close other programs, or train a smaller network or smaller pictures.</source>
        <translation>内存不足，无法以每批 {size} 张图片训练。最近的检查点已保留；请关闭其他程序，或训练更小的网络、使用更小的图片。</translation>
    </message>
    <message>
        <source>Training went off the rails. It returned to what it knew at step {good_step} and goes on at half the learning rate ({rollbacks} of at most {most} times).</source>
        <translation>训练失控。已恢复到第 {good_step} 步的状态，并以一半的学习率继续（第 {rollbacks} 次，最多 {most} 次）。</translation>
    </message>
    <message>
        <source>There was not enough memory for {before} pictures at a time; {now} fit, and the run goes on with them.</source>
        <translation>内存不足以每批处理 {before} 张图片；可容纳 {now} 张，训练将以此继续。</translation>
    </message>
    <message>
        <source>This run goes on with {what} {now} instead of {before}: as good as before, but no longer bit for bit what it would have become.</source>
        <translation>此次训练改用 {what} {now}（原为 {before}）继续：效果相当，但结果不再与原先逐位一致。</translation>
    </message>
    <message>
        <source>This run has no checkpoint that can be read. Train anew.</source>
        <translation>此训练记录没有可读取的检查点。请重新训练。</translation>
    </message>
    <message>
        <source>{name} kept no checkpoint from step {step} or before: it cannot go on from there.</source>
        <translation>{name} 没有保留第 {step} 步或更早的检查点，无法从该处继续。</translation>
    </message>
    <message>
        <source>{name} could not be moved to a trash here, so it was kept.</source>
        <translation>无法将 {name} 移到回收站，已予保留。</translation>
    </message>
    <message>
        <source>Step {step} of {name} is no longer kept.</source>
        <translation>{name} 的第 {step} 步已不再保留。</translation>
    </message>
    <message>
        <source>The run in {name} kept no moments.</source>
        <translation>{name} 中的训练记录没有保留任何时刻。</translation>
    </message>
    <message>
        <source>The picture {name} is damaged.</source>
        <translation>图片 {name} 已损坏。</translation>
    </message>
    <message>
        <source>There is no run in {name}.</source>
        <translation>{name} 中没有训练记录。</translation>
    </message>
    <message>
        <source>The description of this run is damaged.</source>
        <translation>此训练记录的描述已损坏。</translation>
    </message>
    <message>
        <source>A run lies in {name} already; resume it or name another.</source>
        <translation>{name} 中已有训练记录；请继续该训练，或换一个名称。</translation>
    </message>
    <message>
        <source>There is not enough memory for this.</source>
        <translation>内存不足，无法执行此操作。</translation>
    </message>
    <message>
        <source>Something unexpected went wrong.</source>
        <translation>发生了意外错误。</translation>
    </message>
    <message>
        <source>{name} is {value}; it can be from {least} to {most}.</source>
        <translation>{name} 为 {value}；应在 {least} 到 {most} 之间。</translation>
    </message>
    <message>
        <source>{name} is {value}; it has to be a whole number.</source>
        <translation>{name} 为 {value}；必须是整数。</translation>
    </message>
    <message>
        <source>{name} cannot change while a run goes on.</source>
        <translation>训练进行中无法更改 {name}。</translation>
    </message>
    <message>
        <source>A run of several processes cannot be changed while it goes on; stop it and resume it with the change.</source>
        <translation>多进程训练进行中无法更改设置；请先停止，更改后再继续。</translation>
    </message>
    <message>
        <source>No NVIDIA graphics card that torch can use was found; choose Auto or CPU.</source>
        <translation>未找到 torch 可用的 NVIDIA 显卡；请选择“自动”或“CPU”。</translation>
    </message>
    <message>
        <source>No Apple graphics were found; choose Auto or CPU.</source>
        <translation>未找到 Apple 图形处理器；请选择“自动”或“CPU”。</translation>
    </message>
    <message>
        <source>A name is missing.</source>
        <translation>缺少名称。</translation>
    </message>
    <message>
        <source>Nothing can be written into {folder}. The studio works, but may remember nothing.</source>
        <translation>无法写入 {folder}。程序可以使用，但可能无法保存任何记录。</translation>
    </message>
    <message>
        <source>“{name}” cannot be the name of a folder.</source>
        <translation>“{name}”不能用作文件夹名称。</translation>
    </message>
    <message>
        <source>A name cannot contain {sign}.</source>
        <translation>名称不能包含 {sign}。</translation>
    </message>
    <message>
        <source>There is a folder named {name} already.</source>
        <translation>已存在名为 {name} 的文件夹。</translation>
    </message>
    <message>
        <source>{name} was not opened.</source>
        <translation>未能打开 {name}。</translation>
    </message>
    <message>
        <source>It is not an artwork of Latent Studio.</source>
        <translation>它不是 Latent Studio 的作品。</translation>
    </message>
    <message>
        <source>It was made with a newer version of Latent Studio; update to open it.</source>
        <translation>它由更新版本的 Latent Studio 创建；请更新后再打开。</translation>
    </message>
    <message>
        <source>The file is damaged.</source>
        <translation>文件已损坏。</translation>
    </message>
    <message>
        <source>It holds something impossible.</source>
        <translation>其中含有无效的内容。</translation>
    </message>
    <message>
        <source>This picture carries no painting.</source>
        <translation>这张图片不含画作。</translation>
    </message>
    <message>
        <source>The painting inside is damaged.</source>
        <translation>其中的画作已损坏。</translation>
    </message>
    <message>
        <source>{name} could not be read: {reason}.</source>
        <translation>无法读取 {name}：{reason}。</translation>
    </message>
    <message>
        <source>This artwork has grown too large for one file.</source>
        <translation>此作品过大，无法存为一个文件。</translation>
    </message>
    <message>
        <source>The unsaved work in {name} cannot be read.</source>
        <translation>无法读取 {name} 中未保存的工作。</translation>
    </message>
    <message>
        <source>This is not unsaved work of Latent Studio.</source>
        <translation>这不是 Latent Studio 未保存的工作。</translation>
    </message>
    <message>
        <source>There is not enough memory for a picture of this size.</source>
        <translation>内存不足，无法处理此尺寸的图片。</translation>
    </message>
    <message>
        <source>Drag a larger shape: there is no room for a stamp in this one.</source>
        <translation>请拖出更大的形状：当前形状放不下一个印章。</translation>
    </message>
    <message>
        <source>More than {most} stamps would be needed: choose larger ones, or a lower density.</source>
        <translation>所需印章超过 {most} 个：请选择更大的印章，或降低密度。</translation>
    </message>
    <message>
        <source>Nothing there is dark enough to be filled.</source>
        <translation>其中没有足够暗、可供填充的部分。</translation>
    </message>
    <message>
        <source>That is too large for one loop; choose fewer or smaller frames.</source>
        <translation>循环过大；请减少帧数或缩小帧的尺寸。</translation>
    </message>
    <message>
        <source>Films need the extra &quot;video&quot;: pip install &quot;latent-studio[video]&quot;.</source>
        <translation>导出影片需要附加组件 &quot;video&quot;：pip install &quot;latent-studio[video]&quot;。</translation>
    </message>
    <message>
        <source>There is nothing to redraw: no ink, or all of it on locked layers.</source>
        <translation>没有可重绘的内容：没有墨迹，或全在锁定的图层上。</translation>
    </message>
    <message>
        <source>This model takes styles of {own} numbers; those of the painting have {z}, so it cannot redraw it.</source>
        <translation>此模型的风格有 {own} 个数，画作的有 {z} 个，无法重绘。</translation>
    </message>
    <message>
        <source>This model has {own} classes, the painting {k} others, so it cannot redraw it.</source>
        <translation>此模型有 {own} 个类别，画作有 {k} 个不同的类别，无法重绘。</translation>
    </message>
    <message>
        <source>This model has no class {names}, so it cannot redraw the painting.</source>
        <translation>此模型没有类别 {names}，无法重绘这幅画作。</translation>
    </message>
    <message>
        <source>This model is no longer where it was.</source>
        <translation>此模型已不在原处。</translation>
    </message>
</context>
<context>
    <name>ErrorBanner</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Shows what the program knows about the cause.</source>
        <translation>显示程序所知的原因。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copies this message and its details, to send to someone.</source>
        <translation>复制此消息及其详情，以便发送给他人。</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>ExploreAnchors</name>
    <message>
        <source>Set an anchor at the dot</source>
        <translation>在游标处设置锚点</translation>
    </message>
    <message>
        <source>The picture under the dot becomes one of those that the sheet is mixed from.</source>
        <translation>游标下的图片会成为调配画盘所用的图片之一。</translation>
    </message>
    <message>
        <source>Let all anchors go</source>
        <translation>移除所有锚点</translation>
    </message>
    <message>
        <source>The sheet of anchors begins anew, empty.</source>
        <translation>清空锚点画盘，重新开始。</translation>
    </message>
    <message>
        <source>Put at corner {letter}</source>
        <translation>放到角 {letter}</translation>
    </message>
    <message>
        <source>Set as an anchor</source>
        <translation>设为锚点</translation>
    </message>
    <message>
        <source>This picture comes from another generator</source>
        <translation>这张图片来自其他生成器</translation>
    </message>
    <message>
        <source>{n} anchors are enough for one sheet</source>
        <translation>一个画盘最多 {n} 个锚点</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>How far it reaches; 1 is usual</source>
        <translation>影响范围；通常为 1</translation>
    </message>
    <message>
        <source>Let it go</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>ExploreBar</name>
    <message>
        <source>What the two directions of the sheet stand for</source>
        <translation>画盘的两个方向各代表什么</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Dot to the middle, and the whole sheet in view (double-click the sheet)</source>
        <translation>游标回到中央，显示整个画盘（双击画盘）</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
</context>
<context>
    <name>ExploreDirections</name>
    <message>
        <source>Directions</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Sliders for the directions that are not on the pad</source>
        <translation>不在画盘上的方向，用滑块调节</translation>
    </message>
    <message>
        <source>The weaker directions</source>
        <translation>较弱的方向</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation>还有 {n} 个</translation>
    </message>
</context>
<context>
    <name>ExploreFind</name>
    <message>
        <source>Again near this</source>
        <translation>在此附近再找</translation>
    </message>
    <message>
        <source>Let this one go</source>
        <translation>移除这一个</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>黑色</translation>
    </message>
    <message>
        <source>White</source>
        <translation>白色</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红色</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黄色</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Brown</source>
        <translation>棕色</translation>
    </message>
    <message>
        <source>Click a candidate to go there  ·  Esc brings the sheet back</source>
        <translation>单击候选图片前往  ·  Esc 返回画盘</translation>
    </message>
    <message>
        <source>Colour to draw in</source>
        <translation>绘制颜色</translation>
    </message>
    <message>
        <source>There is neither a picture nor a latent to paste</source>
        <translation>没有可粘贴的图片或潜向量</translation>
    </message>
    <message>
        <source>looking…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>What comes nearest appears here while you draw.</source>
        <translation>绘制时，最接近的图片会显示在这里。</translation>
    </message>
    <message>
        <source>click one to go there</source>
        <translation>单击前往</translation>
    </message>
    <message>
        <source>getting nearer…</source>
        <translation>正在接近…</translation>
    </message>
    <message>
        <source>spot on</source>
        <translation>完全吻合</translation>
    </message>
    <message>
        <source>very near</source>
        <translation>非常接近</translation>
    </message>
    <message>
        <source>near</source>
        <translation>接近</translation>
    </message>
    <message>
        <source>alike</source>
        <translation>相似</translation>
    </message>
    <message>
        <source>far off</source>
        <translation>相差较大</translation>
    </message>
</context>
<context>
    <name>ExploreHint</name>
    <message>
        <source>Drag the dot</source>
        <translation>拖动游标</translation>
    </message>
    <message>
        <source>Every place on this sheet is a picture nobody ever made.</source>
        <translation>画盘上的每一处，都是一张从未有人画过的图片。</translation>
    </message>
    <message>
        <source>Arrow keys work too</source>
        <translation>也可使用方向键</translation>
    </message>
</context>
<context>
    <name>ExploreHistory</name>
    <message>
        <source>choosing the sheet</source>
        <translation>选择画盘</translation>
    </message>
    <message>
        <source>anchors</source>
        <translation>锚点</translation>
    </message>
    <message>
        <source>choosing three pictures</source>
        <translation>选择三张图片</translation>
    </message>
    <message>
        <source>choosing directions</source>
        <translation>选择方向</translation>
    </message>
    <message>
        <source>another style</source>
        <translation>更换风格</translation>
    </message>
    <message>
        <source>mixing classes</source>
        <translation>调配类别</translation>
    </message>
    <message>
        <source>variety</source>
        <translation>多样度</translation>
    </message>
    <message>
        <source>a direction</source>
        <translation>调整方向</translation>
    </message>
    <message>
        <source>mixing layers</source>
        <translation>按层调配</translation>
    </message>
    <message>
        <source>changing the path</source>
        <translation>更改路径</translation>
    </message>
    <message>
        <source>moving the dot</source>
        <translation>移动游标</translation>
    </message>
</context>
<context>
    <name>ExploreLayers</name>
    <message>
        <source>This picture comes from another generator</source>
        <translation>这张图片来自其他生成器</translation>
    </message>
</context>
<context>
    <name>ExplorePage</name>
    <message>
        <source>Map {n} × {n}</source>
        <translation>地图 {n} × {n}</translation>
    </message>
    <message>
        <source>This picture comes from another generator</source>
        <translation>这张图片来自其他生成器</translation>
    </message>
</context>
<context>
    <name>ExplorePanel</name>
    <message>
        <source>Picture under the dot</source>
        <translation>游标下的图片</translation>
    </message>
    <message>
        <source>The picture under the dot; drag it to another place or program</source>
        <translation>游标下的图片；可拖到其他位置或程序</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Another</source>
        <translation>换一个</translation>
    </message>
    <message>
        <source>Click to go there, drag it to where you need it, Delete to let it go</source>
        <translation>单击前往，可拖到需要的位置，按 Delete 移除</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>drag the bars to mix</source>
        <translation>拖动滑条调配</translation>
    </message>
    <message>
        <source>mixed from the pictures on the sheet</source>
        <translation>由画盘上的图片调配而成</translation>
    </message>
    <message>
        <source>How far to the right the dot is; type a number to go there</source>
        <translation>游标的水平位置，越大越靠右；输入数值即可前往</translation>
    </message>
    <message>
        <source>How far up the dot is; type a number to go there</source>
        <translation>游标的垂直位置，越大越靠上；输入数值即可前往</translation>
    </message>
    <message>
        <source>The number of this style; the same number brings it back</source>
        <translation>此风格的编号；输入相同编号即可重现</translation>
    </message>
    <message>
        <source>Another style, at random</source>
        <translation>随机换一种风格</translation>
    </message>
</context>
<context>
    <name>ExplorePath</name>
    <message>
        <source>The path stays where it lies; its pictures are of this sheet now</source>
        <translation>路径位置不变；其图片改为取自当前画盘</translation>
    </message>
    <message>
        <source>Play the path</source>
        <translation>播放路径</translation>
    </message>
    <message>
        <source>Take the dot along the path, at an even pace; any drag stops it.</source>
        <translation>让游标沿路径匀速移动；拖动任意处即停止。</translation>
    </message>
    <message>
        <source>Put the dot’s place on the path</source>
        <translation>将游标位置加入路径</translation>
    </message>
    <message>
        <source>The path goes on to where the dot is: a key place, which can be dragged.</source>
        <translation>路径延伸到游标所在处，形成一个可拖动的关键点。</translation>
    </message>
    <message>
        <source>Delete the key place</source>
        <translation>删除关键点</translation>
    </message>
    <message>
        <source>Take the chosen key place out of the path (Delete).</source>
        <translation>从路径中移除所选关键点 (Delete)。</translation>
    </message>
    <message>
        <source>Close the path</source>
        <translation>闭合路径</translation>
    </message>
    <message>
        <source>Let the path lead back from its end to its beginning.</source>
        <translation>让路径从终点回到起点。</translation>
    </message>
    <message>
        <source>Clear the path</source>
        <translation>清除路径</translation>
    </message>
    <message>
        <source>Take the path away.</source>
        <translation>移除整条路径。</translation>
    </message>
    <message>
        <source>Export the path…</source>
        <translation>导出路径…</translation>
    </message>
    <message>
        <source>The pictures along the path as GIF, APNG, WebP, film or numbered frames.</source>
        <translation>将路径上的图片导出为 GIF、APNG、WebP、影片或编号的帧。</translation>
    </message>
    <message>
        <source>A path has at most {n} key places</source>
        <translation>一条路径最多 {n} 个关键点</translation>
    </message>
    <message>
        <source>The path ends here already: move the dot first</source>
        <translation>路径已在此结束：请先移动游标</translation>
    </message>
    <message>
        <source>K puts the dot on the path  ·  Page Up and Down choose a key place, arrows move it</source>
        <translation>K 将游标位置加入路径  ·  Page Up 和 Page Down 选择关键点，方向键移动</translation>
    </message>
    <message>
        <source>path</source>
        <translation>路径</translation>
    </message>
</context>
<context>
    <name>ExploreSheets</name>
    <message>
        <source>Keep three pictures first, for the sheet to go through</source>
        <translation>请先收藏三张图片，画盘将经过它们</translation>
    </message>
    <message>
        <source>Double-click to set an anchor, or drop a kept picture; drag one to reshape the sheet</source>
        <translation>双击设置锚点，或拖入收藏的图片；拖动锚点可改变画盘</translation>
    </message>
</context>
<context>
    <name>ExploreTools</name>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Drag the dot over the sheet.</source>
        <translation>在画盘上拖动游标。</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Draw a path over the sheet, to play and export.</source>
        <translation>在画盘上绘制路径，用于播放和导出。</translation>
    </message>
    <message>
        <source>Anchor</source>
        <translation>锚点</translation>
    </message>
    <message>
        <source>Set pictures on the sheet by double-clicks or drops, and drag them: it is mixed from them.</source>
        <translation>双击或拖放，将图片置于画盘上并可拖动：画盘由这些图片调配而成。</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Draw something, and see what comes nearest.</source>
        <translation>随手画一画，看看哪些图片最接近。</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export the painting</source>
        <translation>导出画作</translation>
    </message>
    <message>
        <source>Drawing…</source>
        <translation>正在绘制…</translation>
    </message>
    <message>
        <source>This painting is too large to travel inside a picture.</source>
        <translation>此画作过大，无法嵌入图片。</translation>
    </message>
    <message>
        <source>The picture carries the painting ({size})</source>
        <translation>图片内嵌画作 ({size})</translation>
    </message>
    <message>
        <source>Sprites</source>
        <translation>精灵图</translation>
    </message>
    <message>
        <source>Time-lapse</source>
        <translation>延时影片</translation>
    </message>
    <message>
        <source>A picture, exactly as it looks here.</source>
        <translation>导出为图片，与此处所见完全一致。</translation>
    </message>
    <message>
        <source>With its layers, for Krita, GIMP and MyPaint.</source>
        <translation>保留图层，可用于 Krita、GIMP 和 MyPaint。</translation>
    </message>
    <message>
        <source>Outlines that stay sharp at any size, for drawing programs.</source>
        <translation>任意尺寸下都保持清晰的轮廓，用于绘图程序。</translation>
    </message>
    <message>
        <source>One page, as large as it is to be printed.</source>
        <translation>单页，大小与打印尺寸一致。</translation>
    </message>
    <message>
        <source>Every stamp once on a sheet, with JSON for game engines.</source>
        <translation>每个印章在一张图中出现一次，附供游戏引擎使用的 JSON。</translation>
    </message>
    <message>
        <source>The strokes appear dab by dab.</source>
        <translation>笔画逐个落点显现。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>This layer</source>
        <translation>当前图层</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>选中的笔画</translation>
    </message>
    <message>
        <source>Everything that is visible.</source>
        <translation>所有可见的内容。</translation>
    </message>
    <message>
        <source>The chosen layer alone.</source>
        <translation>仅所选图层。</translation>
    </message>
    <message>
        <source>The selected strokes, on a sheet cut to them.</source>
        <translation>选中的笔画，画布按其裁切。</translation>
    </message>
    <message>
        <source>No stroke is selected.</source>
        <translation>未选中任何笔画。</translation>
    </message>
    <message>
        <source>The picture carries the painting</source>
        <translation>图片内嵌画作</translation>
    </message>
    <message>
        <source>Drop the picture on this window, and the painting opens with all its strokes.</source>
        <translation>将图片拖到此窗口，即可打开画作及其全部笔画。</translation>
    </message>
    <message>
        <source>Pixels to an inch</source>
        <translation>每英寸像素数</translation>
    </message>
    <message>
        <source>How many pixels of the sheet lie on one inch of paper.</source>
        <translation>一英寸纸张对应画布的多少像素。</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>按名称</translation>
    </message>
    <message>
        <source>In a row</source>
        <translation>按顺序</translation>
    </message>
    <message>
        <source>JSON with the frames by name, as Aseprite writes it (hash).</source>
        <translation>JSON 中按名称列出各帧，与 Aseprite 的写法相同 (hash)。</translation>
    </message>
    <message>
        <source>JSON with the frames in their order, as Aseprite writes it (array).</source>
        <translation>JSON 中按顺序列出各帧，与 Aseprite 的写法相同 (array)。</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>间距</translation>
    </message>
    <message>
        <source>Empty pixels around each sprite.</source>
        <translation>每个精灵周围留空的像素。</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>From the first dab to the last, in seconds.</source>
        <translation>从第一个落点到最后一个落点的秒数。</translation>
    </message>
    <message>
        <source>So long is the longer side, at most.</source>
        <translation>长边的最大长度。</translation>
    </message>
    <message>
        <source>As</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>影片</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>边长</translation>
    </message>
    <message>
        <source>Per inch</source>
        <translation>每英寸</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>The sheet&apos;s paper lies under the ink.</source>
        <translation>画布的纸张衬在墨色之下。</translation>
    </message>
    <message>
        <source>Ink alone, for laying over something else.</source>
        <translation>仅有墨色，便于叠放在其他内容上。</translation>
    </message>
    <message>
        <source>This sheet has no paper.</source>
        <translation>此画布没有纸张。</translation>
    </message>
    <message>
        <source>Too large for one film: choose a shorter one, or a smaller side.</source>
        <translation>影片过大：请缩短时长，或减小边长。</translation>
    </message>
    <message>
        <source>There are no stamps in it, or too many for one sheet.</source>
        <translation>其中没有印章，或印章过多，一张图放不下。</translation>
    </message>
    <message>
        <source>Larger than {most} megapixels: choose a smaller size.</source>
        <translation>超过 {most} 百万像素：请选择更小的尺寸。</translation>
    </message>
    <message>
        <source>{width} × {height} pixels</source>
        <translation>{width} × {height} 像素</translation>
    </message>
    <message>
        <source>{megapixels} megapixels</source>
        <translation>{megapixels} 百万像素</translation>
    </message>
    <message>
        <source>{across} × {down} mm</source>
        <translation>{across} × {down} mm</translation>
    </message>
    <message>
        <source>Outlines on {sheet_width} × {sheet_height}</source>
        <translation>{sheet_width} × {sheet_height} 上的轮廓</translation>
    </message>
    <message>
        <source>Writes the file. It says that a model took part.</source>
        <translation>写入文件，并注明有模型参与创作。</translation>
    </message>
    <message>
        <source>Writing… {percent}%</source>
        <translation>正在写入… {percent}%</translation>
    </message>
</context>
<context>
    <name>ExportGenerator</name>
    <message>
        <source>Export the generator</source>
        <translation>导出生成器</translation>
    </message>
    <message>
        <source>Generator (*.safetensors)</source>
        <translation>生成器 (*.safetensors)</translation>
    </message>
    <message>
        <source>For other programs (*.onnx)</source>
        <translation>用于其他程序 (*.onnx)</translation>
    </message>
</context>
<context>
    <name>ExportPreview</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
</context>
<context>
    <name>ExportRun</name>
    <message>
        <source>Called off: nothing was written.</source>
        <translation>已取消：未写入任何内容。</translation>
    </message>
</context>
<context>
    <name>FileWords</name>
    <message>
        <source>generator</source>
        <translation>生成器</translation>
    </message>
    <message>
        <source>judge</source>
        <translation>评判器</translation>
    </message>
    <message>
        <source>checkpoint</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>discriminator</source>
        <translation>判别器</translation>
    </message>
    <message>
        <source>There is no file {name}.</source>
        <translation>文件 {name} 不存在。</translation>
    </message>
    <message>
        <source>{name} is damaged.</source>
        <translation>{name} 已损坏。</translation>
    </message>
    <message>
        <source>{name} was made with a newer version of Latent Studio.</source>
        <translation>{name} 由更新版本的 Latent Studio 创建。</translation>
    </message>
    <message>
        <source>{name} holds numbers that are not finite.</source>
        <translation>{name} 含有非有限数值。</translation>
    </message>
    <message>
        <source>{name} is not a {kind} of Latent Studio.</source>
        <translation>{name} 不是 Latent Studio 的{kind}。</translation>
    </message>
    <message>
        <source>{name} is too large to be a generator.</source>
        <translation>{name} 过大，不可能是生成器。</translation>
    </message>
    <message>
        <source>{name} is not a file that can be replaced.</source>
        <translation>{name} 不是可以替换的文件。</translation>
    </message>
    <message>
        <source>{name} is not an empty folder; name a new one.</source>
        <translation>{name} 不是空文件夹；请另取一个名称。</translation>
    </message>
    <message>
        <source>Something lies in {name} already; name another folder.</source>
        <translation>{name} 中已有内容；请换一个文件夹。</translation>
    </message>
    <message>
        <source>This was made with a newer version of Latent Studio.</source>
        <translation>这由更新版本的 Latent Studio 创建。</translation>
    </message>
    <message>
        <source>The recipe lacks an entry or has one of a wrong kind.</source>
        <translation>配方缺少条目，或有条目类型不对。</translation>
    </message>
    <message>
        <source>The curves of {name} cannot be read: their file is damaged.</source>
        <translation>无法读取 {name} 的曲线：文件已损坏。</translation>
    </message>
    <message>
        <source>{name} was trained before curves were kept.</source>
        <translation>{name} 训练时还不保留曲线。</translation>
    </message>
    <message>
        <source>The names of directions could not be read.</source>
        <translation>无法读取方向的名称。</translation>
    </message>
    <message>
        <source>The brush presets could not be read.</source>
        <translation>无法读取笔刷预设。</translation>
    </message>
    <message>
        <source>Writing ONNX needs two more packages; install them with: pip install &apos;latent-studio[onnx]&apos;</source>
        <translation>写入 ONNX 还需要两个软件包，安装命令：pip install &apos;latent-studio[onnx]&apos;</translation>
    </message>
    <message>
        <source>The ONNX file draws other pictures than torch; it was not kept.</source>
        <translation>ONNX 文件绘制的图片与 torch 不同，未予保留。</translation>
    </message>
    <message>
        <source>{name} is no generator, no run and no name of one that ships.</source>
        <translation>{name} 不是生成器、训练记录，也不是内置生成器的名称。</translation>
    </message>
    <message>
        <source>The parts of this generator do not fit each other.</source>
        <translation>此生成器的各部分互不匹配。</translation>
    </message>
    <message>
        <source>This checkpoint does not fit its run.</source>
        <translation>此检查点与其训练记录不匹配。</translation>
    </message>
    <message>
        <source>{name} does not hold a judge.</source>
        <translation>{name} 中没有评判器。</translation>
    </message>
    <message>
        <source>{name} holds no discriminator.</source>
        <translation>{name} 中没有判别器。</translation>
    </message>
    <message>
        <source>The pictures of {title} have no classes that a judge could learn; sort them into subfolders.</source>
        <translation>{title} 的图片没有评判器可学习的类别；请将它们分到子文件夹中。</translation>
    </message>
    <message>
        <source>{name} has only one class, so there is nothing to blend.</source>
        <translation>{name} 只有一个类别，没有可混合的内容。</translation>
    </message>
    <message>
        <source>{name} draws pictures of other classes, size or colours than those of {title}.</source>
        <translation>{name} 绘制的图片与 {title} 的类别、尺寸或颜色不同。</translation>
    </message>
    <message>
        <source>Training needs at least 2 pictures.</source>
        <translation>训练至少需要 2 张图片。</translation>
    </message>
    <message>
        <source>Measuring needs some more pictures than the {count} of {title}.</source>
        <translation>{title} 只有 {count} 张图片，不足以测量。</translation>
    </message>
    <message>
        <source>There is no {file} of {title} under {root}.</source>
        <translation>在 {root} 下找不到 {title} 的 {file}。</translation>
    </message>
    <message>
        <source>These latents have {z} numbers and {k} classes; this generator takes {own_z} and {own_k}.</source>
        <translation>这些潜向量有 {z} 个数、{k} 个类别；此生成器需要 {own_z} 个数和 {own_k} 个类别。</translation>
    </message>
    <message>
        <source>This stamp comes from another model; open that one first.</source>
        <translation>此印章来自另一个模型；请先打开那个模型。</translation>
    </message>
    <message>
        <source>These two stamps come from models that differ; choose both from one.</source>
        <translation>这两个印章来自不同的模型；请从同一个模型选择。</translation>
    </message>
    <message>
        <source>This model has no class {names}, so it cannot redraw the painting.</source>
        <translation>此模型没有类别 {names}，无法重绘这幅画作。</translation>
    </message>
    <message>
        <source>There is nothing to redraw: no ink, or all of it on locked layers.</source>
        <translation>没有可重绘的内容：没有墨迹，或全在锁定的图层上。</translation>
    </message>
    <message>
        <source>This model takes styles of {own} numbers; those of the painting have {z}, so it cannot redraw it.</source>
        <translation>此模型的风格有 {own} 个数，画作的有 {z} 个，无法重绘。</translation>
    </message>
    <message>
        <source>This model has {own} classes, the painting {k} others, so it cannot redraw it.</source>
        <translation>此模型有 {own} 个类别，画作有 {k} 个不同的类别，无法重绘。</translation>
    </message>
    <message>
        <source>This model is no longer where it was.</source>
        <translation>此模型已不在原处。</translation>
    </message>
    <message>
        <source>A latent has between 1 and {most} numbers.</source>
        <translation>潜向量有 1 到 {most} 个数。</translation>
    </message>
    <message>
        <source>A class mix has between 1 and {most} shares.</source>
        <translation>类别调配有 1 到 {most} 份。</translation>
    </message>
    <message>
        <source>A latent cannot hold NaN or infinity.</source>
        <translation>潜向量不能含有 NaN 或无穷大。</translation>
    </message>
    <message>
        <source>The shares of a class mix add up to 1.</source>
        <translation>类别调配的各份之和须为 1。</translation>
    </message>
    <message>
        <source>A picture to find has 1, 3 or 4 channels.</source>
        <translation>要查找的图片须有 1、3 或 4 个通道。</translation>
    </message>
    <message>
        <source>{name} is not a picture that can be read.</source>
        <translation>{name} 不是可读取的图片。</translation>
    </message>
    <message>
        <source>{name} cannot be read.</source>
        <translation>无法读取 {name}。</translation>
    </message>
    <message>
        <source>This picture has {shape}, the training pictures {own}.</source>
        <translation>此图片为 {shape}，训练图片为 {own}。</translation>
    </message>
    <message>
        <source>A loop has between 1 and {most} frames.</source>
        <translation>循环有 1 到 {most} 帧。</translation>
    </message>
    <message>
        <source>A loop shows between {least} and {most} frames a second.</source>
        <translation>循环每秒显示 {least} 到 {most} 帧。</translation>
    </message>
    <message>
        <source>All frames of a loop have to be of one size.</source>
        <translation>循环的所有帧须大小相同。</translation>
    </message>
</context>
<context>
    <name>FindSheet</name>
    <message>
        <source>Sheet to draw on</source>
        <translation>绘制画布</translation>
    </message>
    <message>
        <source>Draw what you are looking for, or drop or paste (Ctrl+V) a picture. Ctrl+Z takes a line back.</source>
        <translation>画出要查找的内容，或拖入、粘贴 (Ctrl+V) 一张图片。Ctrl+Z 撤销一条线。</translation>
    </message>
    <message>
        <source>Colour to draw in</source>
        <translation>绘制颜色</translation>
    </message>
    <message>
        <source>Take the last line back (Ctrl+Z on the sheet)</source>
        <translation>撤销上一条线（在画布上按 Ctrl+Z）</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>An empty sheet (Delete on the sheet)</source>
        <translation>清空画布（在画布上按 Delete）</translation>
    </message>
    <message>
        <source>Look in every class, or only in one</source>
        <translation>在所有类别中查找，或只查找一个类别</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>候选图片</translation>
    </message>
    <message>
        <source>Again near this</source>
        <translation>在此附近再找</translation>
    </message>
    <message>
        <source>Sixteen new ones around the one you chose</source>
        <translation>在所选图片附近再找十六张</translation>
    </message>
    <message>
        <source>Draw it with a few lines, or drop or paste a picture here.</source>
        <translation>用几条线画出来，或将图片拖入、粘贴到这里。</translation>
    </message>
    <message>
        <source>Looking for</source>
        <translation>查找内容</translation>
    </message>
    <message>
        <source>In any class</source>
        <translation>任意类别</translation>
    </message>
    <message>
        <source>Only {name}</source>
        <translation>仅 {name}</translation>
    </message>
</context>
<context>
    <name>FitChoice</name>
    <message>
        <source>Learn the pictures at {size} × {size} pixels; twice the size takes about four times as long.</source>
        <translation>以 {size} × {size} 像素学习图片；尺寸加倍，用时约为四倍。</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>Pad</source>
        <translation>留边</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>拉伸</translation>
    </message>
    <message>
        <source>Keep the middle square of each picture.</source>
        <translation>保留每张图片中间的正方形部分。</translation>
    </message>
    <message>
        <source>Keep all of each picture, on a margin in the colour of its edge.</source>
        <translation>保留整张图片，用其边缘的颜色补出留边。</translation>
    </message>
    <message>
        <source>Keep all of each picture, squeezed into a square.</source>
        <translation>保留整张图片，压成正方形。</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适配</translation>
    </message>
</context>
<context>
    <name>GalleryCritic</name>
    <message>
        <source>D: {score}% genuine</source>
        <translation>D：真实度 {score}%</translation>
    </message>
    <message>
        <source>This is nearly a training picture: it was learnt by heart.</source>
        <translation>这几乎就是一张训练图片：是背下来的。</translation>
    </message>
    <message>
        <source>This is closer to a training picture than these mostly are to each other; look at both.</source>
        <translation>它与某张训练图片的差异，小于训练图片之间通常的差异；请对比两者。</translation>
    </message>
    <message>
        <source>This is no copy: it differs from all training pictures as these differ from each other.</source>
        <translation>这不是复制品：它与所有训练图片的差异，和训练图片之间的差异相当。</translation>
    </message>
</context>
<context>
    <name>GalleryOptions</name>
    <message>
        <source>What the discriminator looks at</source>
        <translation>判别器关注的部位</translation>
    </message>
    <message>
        <source>Warm where a small change would alter its verdict most.</source>
        <translation>暖色处只要稍有变化，最能改变它的判断。</translation>
    </message>
    <message>
        <source>Invert the gallery</source>
        <translation>样本廊反色</translation>
    </message>
    <message>
        <source>Only how the pictures are looked at: what is kept or sent stays as it was drawn.</source>
        <translation>只影响显示方式：收藏或发送的图片仍是绘制时的样子。</translation>
    </message>
    <message>
        <source>As large as fits</source>
        <translation>适合窗口大小</translation>
    </message>
    <message>
        <source>{n}× its pixels</source>
        <translation>{n}× 像素</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>对比度</translation>
    </message>
    <message>
        <source>Spread the greys of the gallery; double-click the slider for none.</source>
        <translation>拉开样本廊的灰度层次；双击滑块即可还原。</translation>
    </message>
</context>
<context>
    <name>GradientRows</name>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Along</source>
        <translation>沿笔画</translation>
    </message>
    <message>
        <source>Across</source>
        <translation>印章内</translation>
    </message>
    <message>
        <source>All of the stroke is in one ink.</source>
        <translation>整个笔画只用一种墨色。</translation>
    </message>
    <message>
        <source>The first ink becomes the second from the first dab to the last.</source>
        <translation>从第一个落点到最后一个，第一墨色渐变为第二墨色。</translation>
    </message>
    <message>
        <source>The first ink becomes the second from the upper edge of each stamp to the lower.</source>
        <translation>从每个印章的上边缘到下边缘，第一墨色渐变为第二墨色。</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>渐变</translation>
    </message>
    <message>
        <source>Second ink</source>
        <translation>第二墨色</translation>
    </message>
    <message>
        <source>To</source>
        <translation>渐变为</translation>
    </message>
</context>
<context>
    <name>GuideActions</name>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Lines over the sheet, finer the nearer one looks</source>
        <translation>画布上的参考线，放得越大越细密</translation>
    </message>
    <message>
        <source>Rulers</source>
        <translation>标尺</translation>
    </message>
    <message>
        <source>Pixels of the sheet along the edges of the canvas</source>
        <translation>沿画布视图边缘显示像素刻度</translation>
    </message>
    <message>
        <source>Tiled</source>
        <translation>平铺</translation>
    </message>
    <message>
        <source>The sheet again on every side, to see how it repeats</source>
        <translation>在四周重复显示画布，查看平铺效果</translation>
    </message>
    <message>
        <source>Symmetry</source>
        <translation>对称</translation>
    </message>
    <message>
        <source>No symmetry</source>
        <translation>无对称</translation>
    </message>
    <message>
        <source>Upright mirror</source>
        <translation>左右镜像</translation>
    </message>
    <message>
        <source>Level mirror</source>
        <translation>上下镜像</translation>
    </message>
    <message>
        <source>Two mirrors</source>
        <translation>双向镜像</translation>
    </message>
    <message>
        <source>{n} times around</source>
        <translation>环绕 {n} 次</translation>
    </message>
    <message>
        <source>Every stroke is painted on the other side too, or all around; drag the axes by their knobs</source>
        <translation>每个笔画也会画在对侧或环绕一周；拖动手柄可移动对称轴</translation>
    </message>
</context>
<context>
    <name>HintCard</name>
    <message>
        <source>Close this hint; it does not come back</source>
        <translation>关闭此提示，不再显示</translation>
    </message>
</context>
<context>
    <name>HistoryActions</name>
    <message>
        <source>Undo {what}</source>
        <translation>撤销“{what}”</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo {what}</source>
        <translation>重做“{what}”</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
</context>
<context>
    <name>HistoryPopup</name>
    <message>
        <source>As it was opened</source>
        <translation>打开时的状态</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
</context>
<context>
    <name>InkSwatches</name>
    <message>
        <source>Own colour</source>
        <translation>自定颜色</translation>
    </message>
    <message>
        <source>Mix an ink of your own (+).</source>
        <translation>调配自定墨色（+）。</translation>
    </message>
</context>
<context>
    <name>JudgeOffer</name>
    <message>
        <source>How much the judge has learnt</source>
        <translation>评判器的学习进度</translation>
    </message>
    <message>
        <source>Train a judge</source>
        <translation>训练评判器</translation>
    </message>
    <message>
        <source>A separate network learns to tell the classes of this set apart. It then names what you see, tints the map, and measures how good the pictures of a run are.</source>
        <translation>由一个独立的网络学习区分此数据集的类别。之后它会说出所见图片的类别、为地图着色，并衡量训练所得图片的质量。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop the lesson; nothing is kept of it.</source>
        <translation>停止学习，不保留任何内容。</translation>
    </message>
    <message>
        <source>Nobody reads these pictures yet.</source>
        <translation>还没有评判器能识别这些图片。</translation>
    </message>
    <message>
        <source>Measuring how long it takes…</source>
        <translation>正在估算所需时间…</translation>
    </message>
    <message>
        <source>About {time} left</source>
        <translation>大约还需 {time}</translation>
    </message>
</context>
<context>
    <name>KeptRow</name>
    <message>
        <source>Press P when you like one. It stays here.</source>
        <translation>看到喜欢的就按 P，图片会留在这里。</translation>
    </message>
    <message>
        <source>Kept pictures</source>
        <translation>收藏的图片</translation>
    </message>
    <message>
        <source>Choose the board to keep on, or open the whole shelf</source>
        <translation>选择收藏到哪个收藏板，或打开整个收藏架</translation>
    </message>
    <message>
        <source>Open the shelf…</source>
        <translation>打开收藏架…</translation>
    </message>
    <message>
        <source>1 picture</source>
        <translation>1 张图片</translation>
    </message>
    <message>
        <source>{n} pictures</source>
        <translation>{n} 张图片</translation>
    </message>
</context>
<context>
    <name>KnownSetWords</name>
    <message>
        <source>MNIST</source>
        <translation>MNIST</translation>
    </message>
    <message>
        <source>Practice digits</source>
        <translation>练习数字</translation>
    </message>
    <message>
        <source>Download asks {host} for {size} MB.</source>
        <translation>将从 {host} 下载 {size} MB。</translation>
    </message>
    <message>
        <source>It cannot be downloaded from here: no safe source is known. Choose the folder with {files}.</source>
        <translation>无法从这里下载：没有已知的安全来源。请选择包含 {files} 的文件夹。</translation>
    </message>
    <message>
        <source>clothes and shoes</source>
        <translation>衣服和鞋</translation>
    </message>
    <message>
        <source>cursive Japanese</source>
        <translation>日文草书</translation>
    </message>
    <message>
        <source>digits, MNIST restored</source>
        <translation>数字，复原的 MNIST</translation>
    </message>
    <message>
        <source>26 letters</source>
        <translation>26 个字母</translation>
    </message>
    <message>
        <source>digits and letters</source>
        <translation>数字和字母</translation>
    </message>
    <message>
        <source>digits from envelopes</source>
        <translation>信封上的数字</translation>
    </message>
    <message>
        <source>{title}: {what}</source>
        <translation>{title}：{what}</translation>
    </message>
    <message>
        <source>Its classes: {classes}.</source>
        <translation>类别：{classes}。</translation>
    </message>
</context>
<context>
    <name>LatentPad</name>
    <message>
        <source>Latent pad</source>
        <translation>潜空间画盘</translation>
    </message>
    <message>
        <source>Arrow keys move the dot, with Shift in small steps.</source>
        <translation>方向键移动游标，按住 Shift 可小步移动。</translation>
    </message>
</context>
<context>
    <name>LayerActions</name>
    <message>
        <source>New layer</source>
        <translation>新建图层</translation>
    </message>
    <message>
        <source>Add a layer above the chosen one</source>
        <translation>在所选图层上方添加图层</translation>
    </message>
    <message>
        <source>Duplicate layer</source>
        <translation>复制图层</translation>
    </message>
    <message>
        <source>Rename layer</source>
        <translation>重命名图层</translation>
    </message>
    <message>
        <source>Merge down</source>
        <translation>向下合并</translation>
    </message>
    <message>
        <source>Put the strokes of this layer onto the one below</source>
        <translation>将此图层的笔画并入下方图层</translation>
    </message>
    <message>
        <source>Delete layer</source>
        <translation>删除图层</translation>
    </message>
    <message>
        <source>Hide layer</source>
        <translation>隐藏图层</translation>
    </message>
    <message>
        <source>Lock layer</source>
        <translation>锁定图层</translation>
    </message>
    <message>
        <source>Nothing can be painted or changed on a locked layer</source>
        <translation>锁定的图层不能绘画或更改</translation>
    </message>
    <message>
        <source>Raise layer</source>
        <translation>上移图层</translation>
    </message>
    <message>
        <source>Lower layer</source>
        <translation>下移图层</translation>
    </message>
    <message>
        <source>Choose the layer above</source>
        <translation>选择上方图层</translation>
    </message>
    <message>
        <source>Choose the layer below</source>
        <translation>选择下方图层</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>Cream paper</source>
        <translation>米色纸张</translation>
    </message>
    <message>
        <source>White paper</source>
        <translation>白色纸张</translation>
    </message>
    <message>
        <source>Black paper</source>
        <translation>黑色纸张</translation>
    </message>
    <message>
        <source>Transparent paper</source>
        <translation>透明纸张</translation>
    </message>
    <message>
        <source>Paper of another colour…</source>
        <translation>其他颜色的纸张…</translation>
    </message>
</context>
<context>
    <name>LayerDelegate</name>
    <message>
        <source>Name of the layer</source>
        <translation>图层名称</translation>
    </message>
</context>
<context>
    <name>LayerList</name>
    <message>
        <source>Layers and strokes</source>
        <translation>图层和笔画</translation>
    </message>
</context>
<context>
    <name>LayerMixer</name>
    <message>
        <source>Mix by layer</source>
        <translation>按层调配</translation>
    </message>
    <message>
        <source>Let some layers of the generator take over from a second picture.</source>
        <translation>让生成器的某些层改用第二张图片。</translation>
    </message>
    <message>
        <source>Drop a second picture here, or click to take the one under the dot.</source>
        <translation>将第二张图片拖到这里，或单击以使用游标下的图片。</translation>
    </message>
    <message>
        <source>No single latent draws this picture: it can be saved, but not kept or painted with.</source>
        <translation>这张图片无法由单个潜向量绘出：可以保存，但不能收藏或用于绘画。</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>风格</translation>
    </message>
    <message>
        <source>Class {n}</source>
        <translation>类别 {n}</translation>
    </message>
    <message>
        <source>Take the style, which enters at the first layer, from the second picture</source>
        <translation>风格从第一层进入，改用第二张图片的风格</translation>
    </message>
    <message>
        <source>Let layer {n} take its class from the second picture</source>
        <translation>让第 {n} 层改用第二张图片的类别</translation>
    </message>
    <message>
        <source>1 taken over</source>
        <translation>已替换 1 项</translation>
    </message>
    <message>
        <source>{n} taken over</source>
        <translation>已替换 {n} 项</translation>
    </message>
</context>
<context>
    <name>LayerPanel</name>
    <message>
        <source>How the layer mixes with what lies below it.</source>
        <translation>图层与下方内容的混合方式。</translation>
    </message>
    <message>
        <source>Opacity of the layer</source>
        <translation>图层不透明度</translation>
    </message>
    <message>
        <source>How much the whole layer covers of what lies below it.</source>
        <translation>整个图层对下方内容的遮盖程度。</translation>
    </message>
    <message>
        <source>Blend mode: {mode}</source>
        <translation>混合模式：{mode}</translation>
    </message>
    <message>
        <source>What can be done with the chosen layer</source>
        <translation>可对所选图层执行的操作</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
</context>
<context>
    <name>LiveChanges</name>
    <message>
        <source>Change while it runs</source>
        <translation>训练中可调</translation>
    </message>
    <message>
        <source>Learning rate G</source>
        <translation>G 学习率</translation>
    </message>
    <message>
        <source>the generator</source>
        <translation>生成器</translation>
    </message>
    <message>
        <source>Learning rate D</source>
        <translation>D 学习率</translation>
    </message>
    <message>
        <source>the discriminator</source>
        <translation>判别器</translation>
    </message>
    <message>
        <source>How large the steps of {network} are: too large and it stumbles, too small and it stands.</source>
        <translation>{network}每一步的幅度：太大会不稳，太小会停滞。</translation>
    </message>
    <message>
        <source>D steps per G</source>
        <translation>D/G 步数比</translation>
    </message>
    <message>
        <source>How many batches the discriminator learns from for each one of the generator.</source>
        <translation>生成器每学习一批，判别器学习多少批。</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>数据增强</translation>
    </message>
    <message>
        <source>How much the discriminator&apos;s pictures are turned and scaled: it helps where pictures are few.</source>
        <translation>判别器所看图片的旋转和缩放幅度：图片较少时有帮助。</translation>
    </message>
    <message>
        <source>Sample every</source>
        <translation>采样间隔</translation>
    </message>
    <message>
        <source>How often the gallery is drawn anew; each time takes a moment from training.</source>
        <translation>多久重新绘制一次样本廊；每次都会占用少许训练时间。</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
</context>
<context>
    <name>LoopDialog</name>
    <message>
        <source>Export a loop</source>
        <translation>导出循环</translation>
    </message>
    <message>
        <source>Drawing…</source>
        <translation>正在绘制…</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>about {size}</source>
        <translation>约 {size}</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>Plays everywhere; 255 colours a picture, hard edges where it is transparent.</source>
        <translation>随处可播放；每张图片 255 色，透明处边缘生硬。</translation>
    </message>
    <message>
        <source>Exact, with soft transparency; browsers play it.</source>
        <translation>无损，支持半透明；可在浏览器中播放。</translation>
    </message>
    <message>
        <source>Exact and smaller, with soft transparency; browsers play it.</source>
        <translation>无损且更小，支持半透明；可在浏览器中播放。</translation>
    </message>
    <message>
        <source>A film, for programs that cut films; without transparency.</source>
        <translation>影片，用于视频剪辑程序；不支持透明。</translation>
    </message>
    <message>
        <source>A folder of numbered PNG pictures, for programs that animate.</source>
        <translation>包含编号 PNG 图片的文件夹，用于动画程序。</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>正向</translation>
    </message>
    <message>
        <source>Backward</source>
        <translation>反向</translation>
    </message>
    <message>
        <source>There and back</source>
        <translation>往返</translation>
    </message>
    <message>
        <source>Seamless</source>
        <translation>无缝</translation>
    </message>
    <message>
        <source>From the first picture to the last, then from the first again.</source>
        <translation>从第一张图片播放到最后一张，再从头开始。</translation>
    </message>
    <message>
        <source>From the last picture to the first.</source>
        <translation>从最后一张图片播放到第一张。</translation>
    </message>
    <message>
        <source>To the end and back, without stopping at either.</source>
        <translation>播放到末尾再返回，两端均不停顿。</translation>
    </message>
    <message>
        <source>New pictures lead from the last one back to the first.</source>
        <translation>用新的图片从最后一张过渡回第一张。</translation>
    </message>
    <message>
        <source>Pictures a second</source>
        <translation>每秒图片数</translation>
    </message>
    <message>
        <source>How many pictures are shown in a second.</source>
        <translation>每秒显示多少张图片。</translation>
    </message>
    <message>
        <source>A GIF shows at most {most} pictures a second.</source>
        <translation>GIF 每秒最多显示 {most} 张图片。</translation>
    </message>
    <message>
        <source>Too large for one loop: choose a smaller size, or fewer pictures.</source>
        <translation>循环过大：请选择更小的尺寸，或减少图片。</translation>
    </message>
    <message>
        <source>A film has no transparency: white lies behind it.</source>
        <translation>影片不支持透明：将以白色作为背景。</translation>
    </message>
    <message>
        <source>{n} pictures, {seconds} s</source>
        <translation>{n} 张图片，{seconds} 秒</translation>
    </message>
    <message>
        <source>{width} × {height} pixels</source>
        <translation>{width} × {height} 像素</translation>
    </message>
</context>
<context>
    <name>LoopExport</name>
    <message>
        <source>Films need one more package: pip install &quot;latent-studio[video]&quot;</source>
        <translation>导出影片还需要一个软件包：pip install &quot;latent-studio[video]&quot;</translation>
    </message>
</context>
<context>
    <name>LoopPreview</name>
    <message>
        <source>How it plays in the file; click, or press Space, to hold it and to let it go on</source>
        <translation>文件中的播放效果；单击或按空格键可暂停和继续</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Watch noise become digits. (Ctrl+1)</source>
        <translation>看噪声变成数字。(Ctrl+1)</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>探索</translation>
    </message>
    <message>
        <source>Drag through all it can draw. (Ctrl+2)</source>
        <translation>拖动游标，浏览它能画出的一切。(Ctrl+2)</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>混合</translation>
    </message>
    <message>
        <source>Mix two pictures into one. (Ctrl+3)</source>
        <translation>将两张图片合而为一。(Ctrl+3)</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>绘画</translation>
    </message>
    <message>
        <source>Paint with pictures as the brush. (Ctrl+4)</source>
        <translation>以图片为笔刷作画。(Ctrl+4)</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>All generators of this computer. (Ctrl+5)</source>
        <translation>此电脑上的所有生成器。(Ctrl+5)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Layer</source>
        <translation>图层(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Stroke</source>
        <translation>笔画(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Picture</source>
        <translation>图片(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>模型(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Open generator…</source>
        <translation>打开生成器…</translation>
    </message>
    <message>
        <source>Shelf…</source>
        <translation>收藏架…</translation>
    </message>
    <message>
        <source>Find an action…</source>
        <translation>查找操作…</translation>
    </message>
    <message>
        <source>Type a few letters of what you want to do.</source>
        <translation>输入想做的事的几个字。</translation>
    </message>
    <message>
        <source>Keys of this room…</source>
        <translation>此工作区的快捷键…</translation>
    </message>
    <message>
        <source>About Latent Studio</source>
        <translation>关于 Latent Studio</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>减少动态效果</translation>
    </message>
    <message>
        <source>Nothing moves that you did not start: no loop plays by itself, no cursor blinks.</source>
        <translation>只有你启动的内容才会动：循环不会自动播放，光标不会闪烁。</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言 (Language)</translation>
    </message>
    <message>
        <source>Keys in {room}</source>
        <translation>“{room}”的快捷键</translation>
    </message>
</context>
<context>
    <name>MarkTexts</name>
    <message>
        <source>From step {step} on: {changes}</source>
        <translation>从第 {step} 步起：{changes}</translation>
    </message>
    <message>
        <source>Before: {changes}</source>
        <translation>之前：{changes}</translation>
    </message>
    <message>
        <source>The pictures become all alike</source>
        <translation>图片变得千篇一律</translation>
    </message>
    <message>
        <source>Some classes are no longer drawn</source>
        <translation>有些类别不再被绘制</translation>
    </message>
    <message>
        <source>D is pulling ahead</source>
        <translation>D 正在占上风</translation>
    </message>
    <message>
        <source>The pictures stand still</source>
        <translation>图片停滞不前</translation>
    </message>
    <message>
        <source>The run breaks down again and again</source>
        <translation>训练反复崩溃</translation>
    </message>
    <message>
        <source>Step {step}: {words}</source>
        <translation>第 {step} 步：{words}</translation>
    </message>
    <message>
        <source>The numbers broke down at step {step}; from here on at half the learning rate.</source>
        <translation>数值在第 {step} 步崩溃；从这里起学习率减半。</translation>
    </message>
    <message>
        <source>rates halved</source>
        <translation>学习率减半</translation>
    </message>
    <message>
        <source>G to {value}</source>
        <translation>G 改为 {value}</translation>
    </message>
    <message>
        <source>D to {value}</source>
        <translation>D 改为 {value}</translation>
    </message>
    <message>
        <source>D steps {value}</source>
        <translation>D 步数 {value}</translation>
    </message>
    <message>
        <source>minibatch {value}</source>
        <translation>小批量 {value}</translation>
    </message>
    <message>
        <source>penalty {value}</source>
        <translation>惩罚 {value}</translation>
    </message>
    <message>
        <source>penalty every {value}</source>
        <translation>惩罚间隔 {value}</translation>
    </message>
    <message>
        <source>EMA {value}</source>
        <translation>EMA {value}</translation>
    </message>
    <message>
        <source>samples every {value} s</source>
        <translation>采样间隔 {value} 秒</translation>
    </message>
    <message>
        <source>augmentation {value}</source>
        <translation>数据增强 {value}</translation>
    </message>
</context>
<context>
    <name>ModelChip</name>
    <message>
        <source>Which generator draws the pictures: choose another or open a file.</source>
        <translation>选择由哪个生成器绘制图片：换一个，或打开文件。</translation>
    </message>
    <message>
        <source>Back to now</source>
        <translation>回到现在</translation>
    </message>
    <message>
        <source>Current run</source>
        <translation>当前训练</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Generator: {name}</source>
        <translation>生成器：{name}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>ModelDeeds</name>
    <message>
        <source>Import a generator</source>
        <translation>导入生成器</translation>
    </message>
    <message>
        <source>Generators (*.safetensors)</source>
        <translation>生成器 (*.safetensors)</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>ModelInspector</name>
    <message>
        <source>Everything that can be done with this generator</source>
        <translation>可对此生成器执行的所有操作</translation>
    </message>
    <message>
        <source>What it draws: a style a row, a class a column</source>
        <translation>它绘制的图片：每行一种风格，每列一个类别</translation>
    </message>
    <message>
        <source>What the other one draws of the same latents</source>
        <translation>另一个生成器用相同潜向量绘制的图片</translation>
    </message>
    <message>
        <source>Moment of the run</source>
        <translation>训练的时刻</translation>
    </message>
    <message>
        <source>Every moment of the run that was kept: what it drew, and to use it so.</source>
        <translation>训练中保留的每个时刻：查看当时绘制的图片，并以当时的状态使用。</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可</translation>
    </message>
    <message>
        <source>Take it away</source>
        <translation>导出与管理</translation>
    </message>
</context>
<context>
    <name>ModelWords</name>
    <message>
        <source>Ink digits</source>
        <translation>墨迹数字</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Compared with {name}</source>
        <translation>与 {name} 对比</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
    <message>
        <source>{share} right</source>
        <translation>正确率 {share}</translation>
    </message>
    <message>
        <source>FID {value}</source>
        <translation>FID {value}</translation>
    </message>
    <message>
        <source>SWD {value}</source>
        <translation>SWD {value}</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>未测量</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>{dataset}, {count}</source>
        <translation>{dataset}，{count} 张</translation>
    </message>
    <message>
        <source>{count} numbers, {size}</source>
        <translation>{count} 个参数，{size}</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>训练数据</translation>
    </message>
    <message>
        <source>The data set, and how many pictures it has.</source>
        <translation>所用数据集，及其图片数量。</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>How it was trained, for how long, and from which seed.</source>
        <translation>如何训练、训练了多久、使用哪个种子。</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>In each step both networks learnt from one batch.</source>
        <translation>每一步中，两个网络各从一个批次学习。</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>What it draws: classes, size and colour.</source>
        <translation>绘制的图片：类别、大小和颜色。</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>How many numbers it learnt, and its file.</source>
        <translation>学到的参数数量，及文件大小。</translation>
    </message>
    <message>
        <source>How often a judge reads the class that was asked for.</source>
        <translation>评判器识别出的类别与所要求类别相符的比例。</translation>
    </message>
    <message>
        <source>Right class</source>
        <translation>类别正确率</translation>
    </message>
    <message>
        <source>digit-FID</source>
        <translation>digit-FID</translation>
    </message>
    <message>
        <source>Distance from pictures of the set that it never saw; less is better.</source>
        <translation>与数据集中从未见过的图片的距离；越小越好。</translation>
    </message>
    <message>
        <source>Patch distance</source>
        <translation>图块距离</translation>
    </message>
    <message>
        <source>Distance of small patches; less is better.</source>
        <translation>图片小块之间的距离；越小越好。</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>How much of the variety of the training pictures it draws.</source>
        <translation>训练图片的多样性有多少能被画出。</translation>
    </message>
    <message>
        <source>{value} (floor {floor})</source>
        <translation>{value}（下限 {floor}）</translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation>种子 {seed}</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>彩色</translation>
    </message>
    <message>
        <source>colour, transparent</source>
        <translation>彩色，透明</translation>
    </message>
    <message>
        <source>{side} px, {colour}</source>
        <translation>{side} px，{colour}</translation>
    </message>
    <message>
        <source>{classes} classes, {side} px, {colour}</source>
        <translation>{classes} 个类别，{side} px，{colour}</translation>
    </message>
    <message>
        <source>Of the pictures it learnt from: {licence}.</source>
        <translation>训练图片的许可：{licence}。</translation>
    </message>
</context>
<context>
    <name>ModelsActions</name>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Copy a generator of somebody else&apos;s onto this shelf; dropping its file here does the same.</source>
        <translation>将他人的生成器复制到这里；把文件拖到此处也可以。</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>This one stays beside the next one you choose, with the same latents.</source>
        <translation>将此生成器与接下来选择的生成器并排显示，使用相同的潜向量。</translation>
    </message>
    <message>
        <source>Train a new one</source>
        <translation>训练新模型</translation>
    </message>
    <message>
        <source>To the Train room.</source>
        <translation>前往“训练”工作区。</translation>
    </message>
    <message>
        <source>Use in every room</source>
        <translation>用于所有工作区</translation>
    </message>
    <message>
        <source>All rooms draw with it from now on.</source>
        <translation>此后所有工作区都用它绘制。</translation>
    </message>
    <message>
        <source>Train on</source>
        <translation>继续训练</translation>
    </message>
    <message>
        <source>Its run comes into the Train room.</source>
        <translation>在“训练”工作区中打开它的训练记录。</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Give it another name.</source>
        <translation>换一个名称。</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>创建副本</translation>
    </message>
    <message>
        <source>A copy as it is now, which stays whatever becomes of the run.</source>
        <translation>按当前状态复制一份，不受后续训练影响。</translation>
    </message>
    <message>
        <source>safetensors</source>
        <translation>safetensors</translation>
    </message>
    <message>
        <source>The generator with its card, as one file.</source>
        <translation>生成器及其卡片，存为一个文件。</translation>
    </message>
    <message>
        <source>ONNX</source>
        <translation>ONNX</translation>
    </message>
    <message>
        <source>For browsers, games and other programs.</source>
        <translation>用于浏览器、游戏和其他程序。</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Where its file lies on this computer.</source>
        <translation>显示其文件在此电脑上的位置。</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>From there the system can bring it back.</source>
        <translation>之后可从系统回收站恢复。</translation>
    </message>
    <message>
        <source>Needs two more packages: pip install &apos;latent-studio[onnx]&apos;</source>
        <translation>还需要两个软件包：pip install &apos;latent-studio[onnx]&apos;</translation>
    </message>
</context>
<context>
    <name>ModelsHint</name>
    <message>
        <source>Double-click one to use it</source>
        <translation>双击即可使用</translation>
    </message>
    <message>
        <source>Every room then draws with it. What you train comes here by itself.</source>
        <translation>之后所有工作区都用它绘制。训练出的模型会自动出现在这里。</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Comes with the studio</source>
        <translation>内置</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>newest first</source>
        <translation>最新的在前</translation>
    </message>
    <message>
        <source>Nothing yet. Train one, or drop the file of somebody else&apos;s here.</source>
        <translation>还没有模型。可训练一个，或将他人的文件拖到这里。</translation>
    </message>
    <message>
        <source>1 generator · {size} on disk</source>
        <translation>1 个生成器 · 占用磁盘 {size}</translation>
    </message>
    <message>
        <source>{count} generators · {size} on disk</source>
        <translation>{count} 个生成器 · 占用磁盘 {size}</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>第 {step} 步</translation>
    </message>
    <message>
        <source>Choose the one to compare it with</source>
        <translation>选择要与之对比的生成器</translation>
    </message>
    <message>
        <source>{name}, copy</source>
        <translation>{name} 副本</translation>
    </message>
    <message>
        <source>Exported as {name}</source>
        <translation>已导出为 {name}</translation>
    </message>
</context>
<context>
    <name>NameEditor</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>NamedDirections</name>
    <message>
        <source>The names of directions could not be read. The file was set aside as “{name}”.</source>
        <translation>无法读取方向的名称。原文件已另存为“{name}”。</translation>
    </message>
</context>
<context>
    <name>NearestCard</name>
    <message>
        <source>Nearest training pictures</source>
        <translation>最接近的训练图片</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>How far it is: 0 for the same picture, 1 for black against white.</source>
        <translation>差异程度：0 表示图片相同，1 表示全黑对全白。</translation>
    </message>
    <message>
        <source>Looking through the training pictures…</source>
        <translation>正在查找训练图片…</translation>
    </message>
</context>
<context>
    <name>NewSheetDialog</name>
    <message>
        <source>New sheet</source>
        <translation>新建画布</translation>
    </message>
    <message>
        <source>Usual sizes</source>
        <translation>常用尺寸</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>Transparent</source>
        <translation>透明</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>{n} MB a layer</source>
        <translation>每个图层 {n} MB</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>PadFrame</name>
    <message>
        <source>Press to choose another direction</source>
        <translation>按下可选择其他方向</translation>
    </message>
</context>
<context>
    <name>PadViewActions</name>
    <message>
        <source>Look closer</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Look from further away</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Reset the sheet</source>
        <translation>重置画盘</translation>
    </message>
</context>
<context>
    <name>PaintActions</name>
    <message>
        <source>New…</source>
        <translation>新建…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Open a copy…</source>
        <translation>打开副本…</translation>
    </message>
    <message>
        <source>Go on with what a file holds, and leave the file as it is</source>
        <translation>用文件的内容继续绘画，原文件保持不变</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Copy as a picture</source>
        <translation>复制为图片</translation>
    </message>
    <message>
        <source>Put the selected strokes, or else everything, on the clipboard</source>
        <translation>将所选笔画复制到剪贴板；未选择时复制全部</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>历史记录…</translation>
    </message>
    <message>
        <source>Everything that was done, to go back to any of it</source>
        <translation>列出做过的每一步，可回到其中任意一步</translation>
    </message>
    <message>
        <source>Redraw with another model…</source>
        <translation>用其他模型重绘…</translation>
    </message>
    <message>
        <source>Let another model draw the whole painting, or the same one as it was earlier</source>
        <translation>让其他模型或同一模型的早期状态重绘整幅画作</translation>
    </message>
    <message>
        <source>Smaller brush</source>
        <translation>缩小笔刷</translation>
    </message>
    <message>
        <source>Larger brush</source>
        <translation>放大笔刷</translation>
    </message>
    <message>
        <source>Travel along the stroke</source>
        <translation>沿笔画过渡</translation>
    </message>
    <message>
        <source>One picture becomes another along the stroke</source>
        <translation>图片沿笔画逐渐变成另一张</translation>
    </message>
    <message>
        <source>Draw a picture in stamps…</source>
        <translation>用印章绘制图片…</translation>
    </message>
    <message>
        <source>Choose a photograph or a silhouette, whose dark parts are filled with stamps</source>
        <translation>选择照片或剪影，用印章填充其中的暗部</translation>
    </message>
    <message>
        <source>Fill the stencil</source>
        <translation>填充模板</translation>
    </message>
    <message>
        <source>Paint what the stencil shows, as one stroke</source>
        <translation>将模板预览绘制为一个笔画</translation>
    </message>
    <message>
        <source>Let the stencil go</source>
        <translation>取消模板</translation>
    </message>
    <message>
        <source>Take the preview away; nothing is painted</source>
        <translation>移除预览，不绘制任何内容</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>实际大小</translation>
    </message>
    <message>
        <source>Whole sheet</source>
        <translation>整张画布</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>笔刷</translation>
    </message>
    <message>
        <source>Paint with the chosen picture; Shift+click draws straight</source>
        <translation>用所选图片绘画；Shift+单击画直线</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>擦除</translation>
    </message>
    <message>
        <source>Wipe ink away; what lay below shows again</source>
        <translation>擦去墨迹，重新露出下方内容</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Write in the model&apos;s glyphs: click on the sheet, or on a text to change it</source>
        <translation>用模型的字形书写：单击画布开始，单击已有文字可修改</translation>
    </message>
    <message>
        <source>Stencil</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Fill a shape or the dark parts of a picture with stamps: drag the shape on the sheet</source>
        <translation>用印章填充形状或图片的暗部：在画布上拖出形状</translation>
    </message>
    <message>
        <source>Pick</source>
        <translation>吸取</translation>
    </message>
    <message>
        <source>Take the picture of a dab as the brush; also Alt+click</source>
        <translation>吸取落点的图片作为笔刷；也可 Alt+单击</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Choose strokes to move, scale and turn them; Shift+click takes one more</source>
        <translation>选择笔画以移动、缩放和旋转；Shift+单击可加选</translation>
    </message>
    <message>
        <source>Move the view</source>
        <translation>移动视图</translation>
    </message>
    <message>
        <source>Drag the sheet about; also with Space held</source>
        <translation>拖动画布；也可按住 Space 拖动</translation>
    </message>
</context>
<context>
    <name>PaintBar</name>
    <message>
        <source>How large the sheet shows. (wheel)</source>
        <translation>画布的显示比例（滚轮）。</translation>
    </message>
    <message>
        <source>Symmetry</source>
        <translation>对称</translation>
    </message>
    <message>
        <source>Paint every stroke on the other side too, or all around.</source>
        <translation>将每个笔画也画在对侧或环绕一周。</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>{name}, not saved yet</source>
        <translation>{name}，尚未保存</translation>
    </message>
</context>
<context>
    <name>PaintCanvas</name>
    <message>
        <source>Canvas</source>
        <translation>画布</translation>
    </message>
</context>
<context>
    <name>PaintControls</name>
    <message>
        <source>Ink</source>
        <translation>墨色</translation>
    </message>
    <message>
        <source>Second ink</source>
        <translation>第二墨色</translation>
    </message>
</context>
<context>
    <name>PaintEdits</name>
    <message>
        <source>“{name}” is locked: unlock it to change it.</source>
        <translation>“{name}”已锁定：解锁后才能更改。</translation>
    </message>
    <message>
        <source>colouring strokes</source>
        <translation>更改笔画墨色</translation>
    </message>
    <message>
        <source>mirroring strokes</source>
        <translation>镜像笔画</translation>
    </message>
    <message>
        <source>deleting a stroke</source>
        <translation>删除笔画</translation>
    </message>
    <message>
        <source>deleting strokes</source>
        <translation>删除笔画</translation>
    </message>
    <message>
        <source>duplicating strokes</source>
        <translation>复制笔画</translation>
    </message>
    <message>
        <source>reordering strokes</source>
        <translation>调整笔画顺序</translation>
    </message>
    <message>
        <source>moving strokes to a layer</source>
        <translation>将笔画移至图层</translation>
    </message>
</context>
<context>
    <name>PaintExport</name>
    <message>
        <source>Only ink can be traced; this painting holds pictures in colour.</source>
        <translation>只有墨迹可以描摹成矢量；这幅画作含有彩色图片。</translation>
    </message>
    <message>
        <source>Nothing is painted yet.</source>
        <translation>还没有绘制内容。</translation>
    </message>
    <message>
        <source>Films need one more package: pip install &quot;latent-studio[video]&quot;</source>
        <translation>导出影片还需要一个软件包：pip install &quot;latent-studio[video]&quot;</translation>
    </message>
    <message>
        <source>Exported {name}</source>
        <translation>已导出“{name}”</translation>
    </message>
    <message>
        <source>Copied, {width} × {height}</source>
        <translation>已复制，{width} × {height}</translation>
    </message>
</context>
<context>
    <name>PaintFiles</name>
    <message>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>Latent Studio</source>
        <translation>Latent Studio</translation>
    </message>
    <message>
        <source>Save the changes to “{name}”?</source>
        <translation>要保存对“{name}”的更改吗？</translation>
    </message>
    <message>
        <source>What was painted since is lost otherwise.</source>
        <translation>如不保存，上次保存之后绘制的内容将丢失。</translation>
    </message>
    <message>
        <source>Don’t save</source>
        <translation>不保存</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open a copy</source>
        <translation>打开副本</translation>
    </message>
    <message>
        <source>“{name}” is open in another window.</source>
        <translation>“{name}”已在另一窗口中打开。</translation>
    </message>
    <message>
        <source>Paint on a copy; the other window keeps the file.</source>
        <translation>在副本上绘画；原文件仍由另一窗口使用。</translation>
    </message>
    <message>
        <source>{name} copy</source>
        <translation>{name} 副本</translation>
    </message>
    <message>
        <source>The version of “{name}” before the last save is still there.</source>
        <translation>“{name}”上次保存之前的版本仍然保留着。</translation>
    </message>
    <message>
        <source>Opens it as a copy; no file is changed.</source>
        <translation>以副本方式打开，不更改任何文件。</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>“{name}” stays as it is. Save under another name.</source>
        <translation>“{name}”保持不变。请用其他名称保存。</translation>
    </message>
    <message>
        <source>“{name}” is open in another window. Save under another name.</source>
        <translation>“{name}”已在另一窗口中打开。请用其他名称保存。</translation>
    </message>
    <message>
        <source>“{name}” was made with a newer version of Latent Studio. What this one does not know is not shown. The file stays as it is: save under another name.</source>
        <translation>“{name}”由更新版本的 Latent Studio 创建。当前版本无法识别的内容不会显示。原文件保持不变：请用其他名称保存。</translation>
    </message>
    <message>
        <source>“{name}” is write-protected. Save under another name to keep what you change.</source>
        <translation>“{name}”为只读。要保留更改，请用其他名称保存。</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Choose a folder and a name for what you see.</source>
        <translation>为当前内容选择文件夹和名称。</translation>
    </message>
    <message>
        <source>Artworks and pictures ({endings})</source>
        <translation>作品和图片 ({endings})</translation>
    </message>
    <message>
        <source>Artworks ({endings})</source>
        <translation>作品 ({endings})</translation>
    </message>
</context>
<context>
    <name>PaintHint</name>
    <message>
        <source>Draw a stroke</source>
        <translation>画一笔试试</translation>
    </message>
    <message>
        <source>Every dab is a picture of the generator. Choose another one below.</source>
        <translation>每个落点都是生成器生成的图片。可在下方另选一张。</translation>
    </message>
</context>
<context>
    <name>PaintLayers</name>
    <message>
        <source>blend mode</source>
        <translation>更改混合模式</translation>
    </message>
    <message>
        <source>layer opacity</source>
        <translation>更改图层不透明度</translation>
    </message>
    <message>
        <source>hiding a layer</source>
        <translation>隐藏图层</translation>
    </message>
    <message>
        <source>showing a layer</source>
        <translation>显示图层</translation>
    </message>
    <message>
        <source>unlocking a layer</source>
        <translation>解锁图层</translation>
    </message>
    <message>
        <source>locking a layer</source>
        <translation>锁定图层</translation>
    </message>
    <message>
        <source>renaming a layer</source>
        <translation>重命名图层</translation>
    </message>
    <message>
        <source>adding a layer</source>
        <translation>新建图层</translation>
    </message>
    <message>
        <source>{name} copy</source>
        <translation>{name} 副本</translation>
    </message>
    <message>
        <source>duplicating a layer</source>
        <translation>复制图层</translation>
    </message>
    <message>
        <source>“{name}” is hidden: show it to merge it.</source>
        <translation>“{name}”已隐藏：显示后才能合并。</translation>
    </message>
    <message>
        <source>merging layers</source>
        <translation>合并图层</translation>
    </message>
    <message>
        <source>Merged. The picture changed: strokes of one layer share its blend mode.</source>
        <translation>已合并。画面有变化：同一图层的笔画共用一种混合模式。</translation>
    </message>
    <message>
        <source>Merged. Where strokes overlap the picture changed: each has its own opacity now.</source>
        <translation>已合并。笔画重叠处有变化：现在每个笔画各有不透明度。</translation>
    </message>
    <message>
        <source>Merged. The picture changed: an eraser reaches all ink of its layer.</source>
        <translation>已合并。画面有变化：擦除会作用于所在图层的全部墨迹。</translation>
    </message>
    <message>
        <source>This is the only layer; a picture has one at least.</source>
        <translation>这是唯一的图层；画作至少要有一个图层。</translation>
    </message>
    <message>
        <source>deleting a layer</source>
        <translation>删除图层</translation>
    </message>
    <message>
        <source>moving a layer</source>
        <translation>移动图层</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>paper colour</source>
        <translation>更改纸张颜色</translation>
    </message>
    <message>
        <source>“{name}” is locked: unlock it to change it.</source>
        <translation>“{name}”已锁定：解锁后才能更改。</translation>
    </message>
    <message>
        <source>Layer {n}</source>
        <translation>图层 {n}</translation>
    </message>
    <message>
        <source>Hide layer</source>
        <translation>隐藏图层</translation>
    </message>
    <message>
        <source>Show layer</source>
        <translation>显示图层</translation>
    </message>
    <message>
        <source>Unlock layer</source>
        <translation>解锁图层</translation>
    </message>
    <message>
        <source>Lock layer</source>
        <translation>锁定图层</translation>
    </message>
</context>
<context>
    <name>PaintNew</name>
    <message>
        <source>Sketch</source>
        <translation>草图</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>屏幕</translation>
    </message>
    <message>
        <source>A4, 300 dpi</source>
        <translation>A4，300 dpi</translation>
    </message>
    <message>
        <source>A3, 300 dpi</source>
        <translation>A3，300 dpi</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>正方形</translation>
    </message>
    <message>
        <source>Sprite sheet</source>
        <translation>精灵图</translation>
    </message>
</context>
<context>
    <name>PaintPage</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>黑色</translation>
    </message>
    <message>
        <source>Indigo</source>
        <translation>靛蓝</translation>
    </message>
    <message>
        <source>Pine green</source>
        <translation>松绿</translation>
    </message>
    <message>
        <source>Vermilion</source>
        <translation>朱红</translation>
    </message>
    <message>
        <source>Ochre</source>
        <translation>赭石</translation>
    </message>
    <message>
        <source>Plum</source>
        <translation>梅紫</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Multiply</source>
        <translation>正片叠底</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>滤色</translation>
    </message>
    <message>
        <source>Darken</source>
        <translation>变暗</translation>
    </message>
    <message>
        <source>Lighten</source>
        <translation>变亮</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>叠加</translation>
    </message>
    <message>
        <source>1 stroke</source>
        <translation>1 个笔画</translation>
    </message>
    <message>
        <source>{n} strokes</source>
        <translation>{n} 个笔画</translation>
    </message>
    <message>
        <source>{n} layers</source>
        <translation>{n} 个图层</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Nothing to save</source>
        <translation>无需保存</translation>
    </message>
    <message>
        <source>Saving {name}…</source>
        <translation>正在保存“{name}”…</translation>
    </message>
</context>
<context>
    <name>PaintPresets</name>
    <message>
        <source>“{name}” was kept with another model: it takes the picture in your hand.</source>
        <translation>“{name}”是用其他模型保存的：将使用当前笔刷的图片。</translation>
    </message>
    <message>
        <source>There are {n} presets of yours, and no room for more.</source>
        <translation>自定预设已有 {n} 个，无法再添加。</translation>
    </message>
    <message>
        <source>My brush {n}</source>
        <translation>我的笔刷 {n}</translation>
    </message>
    <message>
        <source>“{name}” is deleted; Edit &gt; Brush presets brings it back.</source>
        <translation>“{name}”已删除；可通过“编辑 &gt; 笔刷预设”恢复。</translation>
    </message>
    <message>
        <source>“{name}” comes with the program and stays as it is.</source>
        <translation>“{name}”为程序自带，不能更改。</translation>
    </message>
    <message>
        <source>The damaged brush presets could not be set aside, so nothing is kept: {reason}</source>
        <translation>损坏的笔刷预设无法另存到一旁，因此不会保存任何内容：{reason}</translation>
    </message>
    <message>
        <source>The brush presets could not be read. The file was set aside as “{name}”.</source>
        <translation>无法读取笔刷预设。原文件已另存为“{name}”。</translation>
    </message>
    <message>
        <source>Paint with it</source>
        <translation>用它绘画</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Fountain pen</source>
        <translation>钢笔</translation>
    </message>
    <message>
        <source>Sunset road</source>
        <translation>落日之路</translation>
    </message>
    <message>
        <source>Confetti</source>
        <translation>彩纸屑</translation>
    </message>
    <message>
        <source>Pixel print</source>
        <translation>像素印花</translation>
    </message>
</context>
<context>
    <name>PaintRecovery</name>
    <message>
        <source>Unsaved work cannot be kept safe just now. {reason} Save it where there is room.</source>
        <translation>目前无法为未保存的内容留存备份。{reason}请保存到空间充足的位置。</translation>
    </message>
    <message>
        <source>Unsaved work on “{name}” was found.</source>
        <translation>发现“{name}”有未保存的内容。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Go on where the program ended.</source>
        <translation>从程序结束时的状态继续。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Throw this work away; it can be asked back at once.</source>
        <translation>丢弃这些内容；之后可立即找回。</translation>
    </message>
    <message>
        <source>The unsaved work on “{name}” is discarded.</source>
        <translation>“{name}”未保存的内容已丢弃。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Ask it back.</source>
        <translation>找回这些内容。</translation>
    </message>
</context>
<context>
    <name>PaintRedraw</name>
    <message>
        <source>Choose the model that shall draw this painting.</source>
        <translation>选择用来绘制这幅画作的模型。</translation>
    </message>
    <message>
        <source>Ink digits</source>
        <translation>墨迹数字</translation>
    </message>
    <message>
        <source>A run of yours, at step {step}</source>
        <translation>你的训练记录，第 {step} 步</translation>
    </message>
    <message>
        <source>Pictures without classes</source>
        <translation>无类别的图片</translation>
    </message>
    <message>
        <source>{n} classes</source>
        <translation>{n} 个类别</translation>
    </message>
    <message>
        <source>{run} · step {step}</source>
        <translation>{run} · 第 {step} 步</translation>
    </message>
    <message>
        <source>Drawing the painting with {name}…</source>
        <translation>正在用“{name}”绘制画作…</translation>
    </message>
    <message>
        <source>{name} draws this painting just as it is.</source>
        <translation>用“{name}”绘制，这幅画作没有变化。</translation>
    </message>
    <message>
        <source>redrawing with {name}</source>
        <translation>用“{name}”重绘</translation>
    </message>
    <message>
        <source>Redrawn with {name}.</source>
        <translation>已用“{name}”重绘。</translation>
    </message>
    <message>
        <source>Redrawn with {name}, which has no classes: styles stayed, classes are gone.</source>
        <translation>已用“{name}”重绘。该模型没有类别：风格保留，类别不再体现。</translation>
    </message>
    <message>
        <source>Redrawn with {name}: its classes have other names, and were taken in order.</source>
        <translation>已用“{name}”重绘。该模型的类别名称不同，已按顺序对应。</translation>
    </message>
    <message>
        <source>{n} stamps come from a model of another kind and stayed as they are.</source>
        <translation>{n} 个印章来自另一种模型，保持不变。</translation>
    </message>
    <message>
        <source>Called off: the painting is as it was.</source>
        <translation>已取消：画作保持原样。</translation>
    </message>
    <message>
        <source>Called off: the painting was changed meanwhile.</source>
        <translation>已取消：画作在此期间有改动。</translation>
    </message>
    <message>
        <source>Called off: that was for another painting.</source>
        <translation>已取消：那是另一幅画作的操作。</translation>
    </message>
</context>
<context>
    <name>PaintRestyle</name>
    <message>
        <source>restyling strokes</source>
        <translation>更改笔画风格</translation>
    </message>
    <message>
        <source>writing in another hand</source>
        <translation>更换笔迹</translation>
    </message>
    <message>
        <source>These strokes come from another model; open that one to restyle them.</source>
        <translation>这些笔画来自其他模型；打开该模型才能更改风格。</translation>
    </message>
</context>
<context>
    <name>PaintSelect</name>
    <message>
        <source>scaling strokes</source>
        <translation>缩放笔画</translation>
    </message>
    <message>
        <source>turning strokes</source>
        <translation>旋转笔画</translation>
    </message>
    <message>
        <source>moving strokes</source>
        <translation>移动笔画</translation>
    </message>
</context>
<context>
    <name>PaintSelected</name>
    <message>
        <source>moving strokes</source>
        <translation>移动笔画</translation>
    </message>
    <message>
        <source>scaling strokes</source>
        <translation>缩放笔画</translation>
    </message>
    <message>
        <source>turning strokes</source>
        <translation>旋转笔画</translation>
    </message>
    <message>
        <source>opacity of strokes</source>
        <translation>更改笔画不透明度</translation>
    </message>
    <message>
        <source>Ink</source>
        <translation>墨色</translation>
    </message>
    <message>
        <source>Second ink</source>
        <translation>第二墨色</translation>
    </message>
    <message>
        <source>Another hand</source>
        <translation>更换笔迹</translation>
    </message>
    <message>
        <source>Click a stroke, or pull a frame</source>
        <translation>单击笔画，或拖出选框</translation>
    </message>
    <message>
        <source>1 stroke</source>
        <translation>1 个笔画</translation>
    </message>
    <message>
        <source>{n} strokes</source>
        <translation>{n} 个笔画</translation>
    </message>
</context>
<context>
    <name>PaintSide</name>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>Drag on the paper to paint. Every stroke stays an object: you can change or delete any of them later.</source>
        <translation>在纸上拖动即可绘画。每个笔画都是独立对象，以后随时可以更改或删除。</translation>
    </message>
    <message>
        <source>1 stroke</source>
        <translation>1 个笔画</translation>
    </message>
    <message>
        <source>{n} strokes</source>
        <translation>{n} 个笔画</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>Erased</source>
        <translation>擦除</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>“{text}”</translation>
    </message>
    <message>
        <source>1 dab</source>
        <translation>1 个落点</translation>
    </message>
    <message>
        <source>{n} dabs</source>
        <translation>{n} 个落点</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} 至 {last}</translation>
    </message>
    <message>
        <source>Stamp</source>
        <translation>印章</translation>
    </message>
    <message>
        <source>transparent</source>
        <translation>透明</translation>
    </message>
    <message>
        <source>cream</source>
        <translation>米色</translation>
    </message>
    <message>
        <source>white</source>
        <translation>白色</translation>
    </message>
    <message>
        <source>black</source>
        <translation>黑色</translation>
    </message>
</context>
<context>
    <name>PaintStamps</name>
    <message>
        <source>{name}: click to paint with it, Shift+click to travel to it</source>
        <translation>{name}：单击用它绘画，Shift+单击过渡到它</translation>
    </message>
    <message>
        <source>The stamps are being made…</source>
        <translation>正在生成印章…</translation>
    </message>
    <message>
        <source>the ten digits, same style</source>
        <translation>十个数字，同一风格</translation>
    </message>
    <message>
        <source>every class, same style</source>
        <translation>全部类别，同一风格</translation>
    </message>
    <message>
        <source>Click to paint with it, Shift+click to travel to it, Delete lets it go</source>
        <translation>单击用它绘画，Shift+单击过渡到它，Delete 移除</translation>
    </message>
    <message>
        <source>Every dab is this picture. Choose another one below.</source>
        <translation>每个落点都是这张图片。可在下方另选一张。</translation>
    </message>
    <message>
        <source>One moment, the brush is being made ready…</source>
        <translation>请稍候，正在准备笔刷…</translation>
    </message>
    <message>
        <source>This model has no {characters}.</source>
        <translation>此模型没有 {characters}。</translation>
    </message>
</context>
<context>
    <name>PaintStencil</name>
    <message>
        <source>Pictures ({endings})</source>
        <translation>图片 ({endings})</translation>
    </message>
    <message>
        <source>A picture to draw in stamps</source>
        <translation>要用印章绘制的图片</translation>
    </message>
    <message>
        <source>“{name}” is locked or hidden: nothing is filled there.</source>
        <translation>“{name}”已锁定或隐藏：无法填充。</translation>
    </message>
    <message>
        <source>stencil</source>
        <translation>填充模板</translation>
    </message>
    <message>
        <source>Painted {n} stamps as one stroke</source>
        <translation>已将 {n} 个印章绘制为一个笔画</translation>
    </message>
    <message>
        <source>{n} stamps</source>
        <translation>{n} 个印章</translation>
    </message>
    <message>
        <source>The brush is not ready yet.</source>
        <translation>笔刷尚未就绪。</translation>
    </message>
    <message>
        <source>Placing stamps…</source>
        <translation>正在放置印章…</translation>
    </message>
    <message>
        <source>Drag the shape on the sheet; a click takes the whole sheet.</source>
        <translation>在画布上拖出形状；单击则使用整张画布。</translation>
    </message>
    <message>
        <source>Drop a photograph or a silhouette on the window, or choose one.</source>
        <translation>将照片或剪影拖到窗口中，或选择一张。</translation>
    </message>
    <message>
        <source>Drag a frame for the picture; a click takes the whole sheet.</source>
        <translation>为图片拖出一个框；单击则使用整张画布。</translation>
    </message>
</context>
<context>
    <name>PaintStrokes</name>
    <message>
        <source>“{name}” is locked: unlock it to paint on it.</source>
        <translation>“{name}”已锁定：解锁后才能绘画。</translation>
    </message>
    <message>
        <source>“{name}” is hidden: show it to paint on it.</source>
        <translation>“{name}”已隐藏：显示后才能绘画。</translation>
    </message>
</context>
<context>
    <name>PaintType</name>
    <message>
        <source>One dab leads nowhere: choose a longer stroke to write along.</source>
        <translation>只有一个落点，没有走向：请选择更长的笔画来书写。</translation>
    </message>
    <message>
        <source>“{name}” is locked or hidden: no text goes there.</source>
        <translation>“{name}”已锁定或隐藏：无法放置文字。</translation>
    </message>
    <message>
        <source>The glyphs come from another model; open that one to write with them.</source>
        <translation>这些字形来自其他模型；打开该模型才能用它们书写。</translation>
    </message>
    <message>
        <source>type</source>
        <translation>输入文字</translation>
    </message>
    <message>
        <source>This model has no “{characters}”: marked on the sheet, left out of exports.</source>
        <translation>此模型没有“{characters}”：在画布上标出，导出时略去。</translation>
    </message>
    <message>
        <source>This model has no “{characters}”: nothing of this can be written with it.</source>
        <translation>此模型没有“{characters}”：这段文字都无法书写。</translation>
    </message>
</context>
<context>
    <name>PaintedModel</name>
    <message>
        <source>The model inside “{name}” is damaged. Its strokes keep the pixels they had.</source>
        <translation>“{name}”内含的模型已损坏。笔画保留原有像素。</translation>
    </message>
    <message>
        <source>“{name}” does not hold the model of its strokes. They keep the pixels they had.</source>
        <translation>“{name}”不含绘制笔画的模型。笔画保留原有像素。</translation>
    </message>
    <message>
        <source>“{name}” was painted with another model than the open one. Its strokes keep the pixels they had.</source>
        <translation>“{name}”绘制时所用的模型与当前打开的不同。笔画保留原有像素。</translation>
    </message>
    <message>
        <source>Opens the model that travels inside the painting, in all rooms.</source>
        <translation>打开画作内含的模型，用于所有工作区。</translation>
    </message>
    <message>
        <source>Lets the model that is open draw the whole painting; undo brings it back.</source>
        <translation>让当前打开的模型重绘整幅画作；可撤销。</translation>
    </message>
    <message>
        <source>Open its model</source>
        <translation>打开其模型</translation>
    </message>
    <message>
        <source>Redraw with the open one</source>
        <translation>用当前模型重绘</translation>
    </message>
</context>
<context>
    <name>PaintingPreview</name>
    <message>
        <source>Drag it into another program, or onto the desktop.</source>
        <translation>可拖到其他程序或桌面。</translation>
    </message>
</context>
<context>
    <name>PathPill</name>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Draw a path, or click from place to place</source>
        <translation>绘制路径，或逐点单击</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>How many pictures the path is exported as, in steps of equal length: one a dot.</source>
        <translation>路径导出为多少张图片，间隔等长：每个圆点一张。</translation>
    </message>
    <message>
        <source>How the path is played: once, over and over, how fast</source>
        <translation>路径的播放方式：单次或循环，以及速度</translation>
    </message>
    <message>
        <source> pictures</source>
        <translation> 张</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>单次</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>There and back</source>
        <translation>往返</translation>
    </message>
    <message>
        <source>Speed {speed}×</source>
        <translation>速度 {speed}×</translation>
    </message>
</context>
<context>
    <name>PictureActions</name>
    <message>
        <source>Keep</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Open in Explore</source>
        <translation>在“探索”中打开</translation>
    </message>
    <message>
        <source>Send to Blend A</source>
        <translation>发送到混合 A</translation>
    </message>
    <message>
        <source>Send to Blend B</source>
        <translation>发送到混合 B</translation>
    </message>
    <message>
        <source>Use as brush</source>
        <translation>用作笔刷</translation>
    </message>
    <message>
        <source>Save PNG…</source>
        <translation>保存 PNG…</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文本</translation>
    </message>
    <message>
        <source>No single latent draws this picture: it can only be saved as PNG</source>
        <translation>这张图片无法由单个潜向量绘出：只能保存为 PNG</translation>
    </message>
</context>
<context>
    <name>PictureButtons</name>
    <message>
        <source>All that can be done with this picture</source>
        <translation>可对这张图片执行的所有操作</translation>
    </message>
    <message>
        <source>Keep this picture: it stays on the shelf, in every room</source>
        <translation>收藏这张图片：它会留在收藏架上，所有工作区可用</translation>
    </message>
</context>
<context>
    <name>PictureExportDialog</name>
    <message>
        <source>Writes the file. It says that a model made it.</source>
        <translation>写入文件，并注明由模型生成。</translation>
    </message>
    <message>
        <source>Writing the file…</source>
        <translation>正在写入文件…</translation>
    </message>
    <message>
        <source>Writing picture {done} of {total}…</source>
        <translation>正在写入第 {done} 张图片，共 {total} 张…</translation>
    </message>
    <message>
        <source>{name} is written: {size}, in {folder}.</source>
        <translation>已写入 {name}：{size}，位于 {folder}。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>How many pixels one pixel of the picture becomes, each way.</source>
        <translation>图片的一个像素在横向和纵向各放大为多少像素。</translation>
    </message>
    <message>
        <source>Crisp ink</source>
        <translation>清晰墨迹</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>Smooth, sharp edges at any size, as the brush paints.</source>
        <translation>任意尺寸下边缘都平滑清晰，与笔刷所绘一致。</translation>
    </message>
    <message>
        <source>Square pixels, exactly as the generator drew them.</source>
        <translation>方形像素，与生成器所绘完全一致。</translation>
    </message>
    <message>
        <source>Ink on paper</source>
        <translation>纸上墨色</translation>
    </message>
    <message>
        <source>On paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>Transparent</source>
        <translation>透明</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>原样</translation>
    </message>
    <message>
        <source>Dark ink on the colour of a new sheet.</source>
        <translation>深色墨迹，背景为新建画布的颜色。</translation>
    </message>
    <message>
        <source>Without a ground, for laying over something else.</source>
        <translation>无背景，便于叠放在其他内容上。</translation>
    </message>
    <message>
        <source>Light on black, exactly as the generator drew it.</source>
        <translation>黑底亮色，与生成器所绘完全一致。</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>The name of the file; its ending is added where it is missing.</source>
        <translation>文件的名称；缺少后缀时自动补上。</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose the folder and the name of the file.</source>
        <translation>选择文件夹和文件名。</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Edges</source>
        <translation>边缘</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>This file exists already.</source>
        <translation>此文件已存在。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Give the file a name.</source>
        <translation>请输入文件名。</translation>
    </message>
    <message>
        <source>Only a name: Choose… sets the folder.</source>
        <translation>此处只填名称：文件夹请用“选择…”设置。</translation>
    </message>
    <message>
        <source>This folder is not there.</source>
        <translation>此文件夹不存在。</translation>
    </message>
    <message>
        <source>A file of this name cannot lie here.</source>
        <translation>此处不能使用这个文件名。</translation>
    </message>
    <message>
        <source>A folder has this name.</source>
        <translation>已有同名的文件夹。</translation>
    </message>
    <message>
        <source>Something of this name lies there already: choose another.</source>
        <translation>此处已有同名项目：请换一个名称。</translation>
    </message>
</context>
<context>
    <name>PictureWarnings</name>
    <message>
        <source>Show list…</source>
        <translation>显示列表…</translation>
    </message>
    <message>
        <source>Names the files that are left out, each with the reason.</source>
        <translation>列出被略过的文件及原因。</translation>
    </message>
    <message>
        <source>Few pictures: except in Textbook, D sees them turned a little, so as to learn none by heart.</source>
        <translation>图片较少：除 Textbook 预设外，D 看到的图片会略微旋转，以免被背下来。</translation>
    </message>
    <message>
        <source>Few pictures: except in Textbook, D sees them turned a little, but may still learn them by heart. {count} or more are safer.</source>
        <translation>图片较少：除 Textbook 预设外，D 看到的图片会略微旋转，但仍可能被背下来。{count} 张以上更稳妥。</translation>
    </message>
    <message>
        <source>“{rare}” has {few} pictures, “{full}” has {many}: rare classes come out worse.</source>
        <translation>“{rare}”有 {few} 张图片，“{full}”有 {many} 张：图片少的类别效果会差一些。</translation>
    </message>
    <message>
        <source>{share} are not square: their edges are cut off.</source>
        <translation>{share}不是正方形：边缘会被裁掉。</translation>
    </message>
    <message>
        <source>{share} are not square: they get a margin.</source>
        <translation>{share}不是正方形：会补上留边。</translation>
    </message>
    <message>
        <source>{share} are not square: they are squeezed.</source>
        <translation>{share}不是正方形：会被压成正方形。</translation>
    </message>
    <message>
        <source>{share} are smaller than {size} pixels and get blurred.</source>
        <translation>{share}小于 {size} 像素，放大后会模糊。</translation>
    </message>
    <message>
        <source>1 file could not be used.</source>
        <translation>有 1 个文件无法使用。</translation>
    </message>
    <message>
        <source>{count} files could not be used.</source>
        <translation>有 {count} 个文件无法使用。</translation>
    </message>
    <message>
        <source>{count} of {total}</source>
        <translation>{total} 张中有 {count} 张</translation>
    </message>
</context>
<context>
    <name>PictureWell</name>
    <message>
        <source>Drop a picture to replace</source>
        <translation>拖入图片即可替换</translation>
    </message>
    <message>
        <source>Lock this picture, so that nothing replaces it</source>
        <translation>锁定这张图片，防止被替换</translation>
    </message>
    <message>
        <source>Take picture {name} out of the mixture</source>
        <translation>将图片 {name} 移出混合</translation>
    </message>
    <message>
        <source>Picture {name}</source>
        <translation>图片 {name}</translation>
    </message>
    <message>
        <source>Click to choose another picture; drop one on it, or paste one (Ctrl+V)</source>
        <translation>单击选择其他图片；也可将图片拖到此处，或粘贴 (Ctrl+V)</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
</context>
<context>
    <name>PlaneMenu</name>
    <message>
        <source>Sheet</source>
        <translation>画盘</translation>
    </message>
    <message>
        <source>From left to right</source>
        <translation>从左到右</translation>
    </message>
    <message>
        <source>From bottom to top</source>
        <translation>从下到上</translation>
    </message>
    <message>
        <source>Through the anchors A, B and C</source>
        <translation>经过锚点 A、B 和 C</translation>
    </message>
    <message>
        <source>The first three anchors become the corners of a plane</source>
        <translation>前三个锚点成为平面的三个角</translation>
    </message>
    <message>
        <source>Two random directions</source>
        <translation>两个随机方向</translation>
    </message>
    <message>
        <source>One style along two directions that were measured</source>
        <translation>一种风格沿两个测得的方向变化</translation>
    </message>
    <message>
        <source>Principal directions</source>
        <translation>主方向</translation>
    </message>
    <message>
        <source>One style along the directions in which this generator changes most</source>
        <translation>一种风格沿此生成器变化最大的方向变化</translation>
    </message>
    <message>
        <source>Seeds without end</source>
        <translation>无尽种子</translation>
    </message>
    <message>
        <source>Another style at every whole number, for ever</source>
        <translation>每个整数处都是另一种风格，无穷无尽</translation>
    </message>
    <message>
        <source>Through three kept pictures</source>
        <translation>经过三张收藏的图片</translation>
    </message>
    <message>
        <source>The newest three of the shelf at the corners A, B and C; drop others there</source>
        <translation>收藏架上最新的三张图片位于角 A、B 和 C；可拖入其他图片替换</translation>
    </message>
    <message>
        <source>Free anchors</source>
        <translation>自由锚点</translation>
    </message>
    <message>
        <source>Mixed from pictures that you set down, drag and let go</source>
        <translation>由可放置、拖动和移除的图片调配而成</translation>
    </message>
</context>
<context>
    <name>PresetActions</name>
    <message>
        <source>Brush presets</source>
        <translation>笔刷预设</translation>
    </message>
    <message>
        <source>Keep this brush as a preset</source>
        <translation>将此笔刷存为预设</translation>
    </message>
    <message>
        <source>Its size, inks and chance, its pictures, and what happens along the stroke</source>
        <translation>包括大小、墨色、随机变化、图片以及沿笔画的变化</translation>
    </message>
    <message>
        <source>Rename preset</source>
        <translation>重命名预设</translation>
    </message>
    <message>
        <source>The one in your hand</source>
        <translation>当前使用的预设</translation>
    </message>
    <message>
        <source>Delete preset</source>
        <translation>删除预设</translation>
    </message>
    <message>
        <source>Bring back the deleted preset</source>
        <translation>恢复已删除的预设</translation>
    </message>
    <message>
        <source>Paint with this brush</source>
        <translation>用此笔刷绘画</translation>
    </message>
</context>
<context>
    <name>PresetPanel</name>
    <message>
        <source>Brush presets</source>
        <translation>笔刷预设</translation>
    </message>
    <message>
        <source>Keep this brush as a preset</source>
        <translation>将此笔刷存为预设</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
</context>
<context>
    <name>PresetWords</name>
    <message>
        <source>Quick sketch</source>
        <translation>快速草图</translation>
    </message>
    <message>
        <source>Textbook DCGAN</source>
        <translation>教科书 DCGAN</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>legible in 20 s</source>
        <translation>20 秒可辨认</translation>
    </message>
    <message>
        <source>as the tutorial</source>
        <translation>与教程一致</translation>
    </message>
    <message>
        <source>cleanest digits</source>
        <translation>数字最干净</translation>
    </message>
    <message>
        <source>A small network with a brisk recipe: digits within seconds, clean ones within minutes.</source>
        <translation>小网络加快节奏的配方：几秒出现数字，几分钟变得干净。</translation>
    </message>
    <message>
        <source>Plain DCGAN with cross-entropy and Adam, as tutorials teach it: slower, and good to compare with.</source>
        <translation>教程里的标准 DCGAN，使用交叉熵和 Adam：较慢，适合用来对照。</translation>
    </message>
    <message>
        <source>The quick recipe with a wider network and gentler averaging: give it ten minutes or more.</source>
        <translation>快速配方，但网络更宽、平均更平缓：请给它十分钟或更久。</translation>
    </message>
</context>
<context>
    <name>PressableTiles</name>
    <message>
        <source>picture {index} of {count}</source>
        <translation>第 {index} 张图片，共 {count} 张</translation>
    </message>
</context>
<context>
    <name>QuickPalette</name>
    <message>
        <source>Brush presets</source>
        <translation>笔刷预设</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Ink</source>
        <translation>墨色</translation>
    </message>
</context>
<context>
    <name>RecentFiles</name>
    <message>
        <source>Open recent</source>
        <translation>打开最近的文件</translation>
    </message>
    <message>
        <source>Forget these files</source>
        <translation>清空此列表</translation>
    </message>
    <message>
        <source>Empties this list. The files themselves stay.</source>
        <translation>清空最近的文件列表，文件本身不受影响。</translation>
    </message>
</context>
<context>
    <name>RecipeField</name>
    <message>
        <source>Back to what follows from the preset</source>
        <translation>恢复为预设的数值</translation>
    </message>
    <message>
        <source>From {least} to {most}.</source>
        <translation>{least} 到 {most}。</translation>
    </message>
</context>
<context>
    <name>RedrawBar</name>
    <message>
        <source>Which model draws the whole painting anew. Locked layers stay as they are.</source>
        <translation>用哪个模型重绘整幅画作。锁定的图层保持不变。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Leave the painting as it was (Esc)</source>
        <translation>让画作保持原样（Esc）</translation>
    </message>
    <message>
        <source>Paint on with it</source>
        <translation>用它继续绘画</translation>
    </message>
    <message>
        <source>Let the brush, and all rooms, draw with the model that the painting is drawn by now.</source>
        <translation>让笔刷和所有工作区都改用画作当前的模型。</translation>
    </message>
    <message>
        <source>Close this bar; the painting stays as it is</source>
        <translation>关闭此栏，画作保持现状</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Redraw with: {name}</source>
        <translation>重绘所用模型：{name}</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>第 {step} 步</translation>
    </message>
</context>
<context>
    <name>RunFacts</name>
    <message>
        <source>Step</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>In each step both networks learn from one batch.</source>
        <translation>每一步两个网络各学习一批图片。</translation>
    </message>
    <message>
        <source>Pictures seen</source>
        <translation>已看图片</translation>
    </message>
    <message>
        <source>How many training pictures went by, each time counted.</source>
        <translation>已经过的训练图片总数，重复的也计入。</translation>
    </message>
    <message>
        <source>Time trained</source>
        <translation>训练时间</translation>
    </message>
    <message>
        <source>Pauses are left out.</source>
        <translation>不含暂停。</translation>
    </message>
    <message>
        <source>Saved at step</source>
        <translation>已保存的步数</translation>
    </message>
    <message>
        <source>From here the run goes on exactly, even after a power cut.</source>
        <translation>即使断电，也能从这里原样继续训练。</translation>
    </message>
    <message>
        <source>{step} of {total}</source>
        <translation>{step} / {total}</translation>
    </message>
</context>
<context>
    <name>RunList</name>
    <message>
        <source>Runs</source>
        <translation>训练记录</translation>
    </message>
</context>
<context>
    <name>SampleGallery</name>
    <message>
        <source>Gallery of samples</source>
        <translation>样本廊</translation>
    </message>
    <message>
        <source>Style {number}</source>
        <translation>风格 {number}</translation>
    </message>
    <message>
        <source>{name}, style {number}</source>
        <translation>{name}，风格 {number}</translation>
    </message>
    <message>
        <source>Every picture of a column shares one style. Right-click to keep it or send it to a room.</source>
        <translation>同一列的图片风格相同。右键单击可收藏，或发送到其他工作区。</translation>
    </message>
</context>
<context>
    <name>SavePicture</name>
    <message>
        <source>Save picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <source>digit</source>
        <translation>数字</translation>
    </message>
</context>
<context>
    <name>SelectionPanel</name>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>The middle of the selection, from the left edge of the sheet</source>
        <translation>所选笔画的中心到画布左边缘的距离</translation>
    </message>
    <message>
        <source>The middle of the selection, from the upper edge of the sheet</source>
        <translation>所选笔画的中心到画布上边缘的距离</translation>
    </message>
    <message>
        <source>Larger or smaller than they are, about their middle</source>
        <translation>以中心为基准放大或缩小</translation>
    </message>
    <message>
        <source>Degrees clockwise about their middle</source>
        <translation>绕中心顺时针旋转的度数</translation>
    </message>
    <message>
        <source>Opacity of the strokes</source>
        <translation>笔画的不透明度</translation>
    </message>
    <message>
        <source>Ink of the strokes</source>
        <translation>笔画的墨色</translation>
    </message>
    <message>
        <source>What the slider changes about every stamp of the strokes.</source>
        <translation>滑块更改笔画中每个印章的哪一方面。</translation>
    </message>
    <message>
        <source>Style of the strokes</source>
        <translation>笔画的风格</translation>
    </message>
    <message>
        <source>Draws every stamp of the strokes anew, in another style.</source>
        <translation>以另一种风格重绘笔画中的每个印章。</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>选中的笔画</translation>
    </message>
    <message>
        <source>Ink</source>
        <translation>墨色</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>风格</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
</context>
<context>
    <name>SheetDialog</name>
    <message>
        <source>Export a sheet</source>
        <translation>导出拼版图</translation>
    </message>
    <message>
        <source>Drawing…</source>
        <translation>正在绘制…</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>间距</translation>
    </message>
    <message>
        <source>Latents</source>
        <translation>潜向量</translation>
    </message>
    <message>
        <source>Across</source>
        <translation>列数</translation>
    </message>
    <message>
        <source>How many pictures lie side by side before the next row begins.</source>
        <translation>每行并排多少张图片后换行。</translation>
    </message>
    <message>
        <source>The room around each picture, in pixels of the file.</source>
        <translation>每张图片周围的留白，以文件的像素计。</translation>
    </message>
    <message>
        <source>Write them beside it as JSON</source>
        <translation>另存为 JSON 文件</translation>
    </message>
    <message>
        <source>Where each picture lies and from which latent it was made: any of them can be made again.</source>
        <translation>记录每张图片的位置及其潜向量：任何一张都可重新生成。</translation>
    </message>
    <message>
        <source>Larger than {most} megapixels: choose a smaller size.</source>
        <translation>超过 {most} 百万像素：请选择更小的尺寸。</translation>
    </message>
    <message>
        <source>{n} pictures, {columns} across</source>
        <translation>{n} 张图片，每行 {columns} 张</translation>
    </message>
    <message>
        <source>{width} × {height} pixels</source>
        <translation>{width} × {height} 像素</translation>
    </message>
</context>
<context>
    <name>ShelfDesk</name>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Board {number}</source>
        <translation>收藏板 {number}</translation>
    </message>
    <message>
        <source>Export board</source>
        <translation>导出收藏板</translation>
    </message>
    <message>
        <source>Boards (*{suffix})</source>
        <translation>收藏板 (*{suffix})</translation>
    </message>
    <message>
        <source>Import boards</source>
        <translation>导入收藏板</translation>
    </message>
    <message>
        <source>importing a board</source>
        <translation>导入收藏板</translation>
    </message>
    <message>
        <source>This picture comes from another generator; open it first.</source>
        <translation>这张图片来自其他生成器；请先打开该生成器。</translation>
    </message>
</context>
<context>
    <name>ShelfDialog</name>
    <message>
        <source>Shelf</source>
        <translation>收藏架</translation>
    </message>
    <message>
        <source>New board</source>
        <translation>新建收藏板</translation>
    </message>
    <message>
        <source>Add an empty board, and name it</source>
        <translation>添加一个空的收藏板并命名</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Add boards from a file that somebody exported.</source>
        <translation>从他人导出的文件添加收藏板。</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>撤销 (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Shift+Z)</source>
        <translation>重做 (Ctrl+Shift+Z)</translation>
    </message>
    <message>
        <source>Export this board as one file</source>
        <translation>将此收藏板导出为一个文件</translation>
    </message>
    <message>
        <source>Rename this board</source>
        <translation>重命名此收藏板</translation>
    </message>
    <message>
        <source>Delete this board with its pictures; undo brings it back</source>
        <translation>删除此收藏板及其图片；可撤销</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>移动到</translation>
    </message>
    <message>
        <source>Lay the chosen pictures on another board</source>
        <translation>将所选图片移到其他收藏板</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Let the chosen pictures go (Delete); undo brings them back</source>
        <translation>丢弃所选图片 (Delete)；可撤销</translation>
    </message>
    <message>
        <source>Boards</source>
        <translation>收藏板</translation>
    </message>
    <message>
        <source>1 picture</source>
        <translation>1 张图片</translation>
    </message>
    <message>
        <source>{n} pictures</source>
        <translation>{n} 张图片</translation>
    </message>
    <message>
        <source>{n} of {count} chosen</source>
        <translation>已选择 {n} 张，共 {count} 张</translation>
    </message>
</context>
<context>
    <name>ShelfGrid</name>
    <message>
        <source>Pictures of this board</source>
        <translation>此收藏板的图片</translation>
    </message>
    <message>
        <source>picture {index} of {count}</source>
        <translation>第 {index} 张图片，共 {count} 张</translation>
    </message>
    <message>
        <source>Nothing is kept here yet. Press P in any room, or drop or paste a picture.</source>
        <translation>这里还没有收藏。在任意工作区按 P，或将图片拖入、粘贴到这里。</translation>
    </message>
</context>
<context>
    <name>ShelfKeeper</name>
    <message>
        <source>keeping</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>keeping {n} pictures</source>
        <translation>收藏 {n} 张图片</translation>
    </message>
    <message>
        <source>discarding</source>
        <translation>移除收藏</translation>
    </message>
    <message>
        <source>discarding {n} pictures</source>
        <translation>移除 {n} 张收藏的图片</translation>
    </message>
    <message>
        <source>moving to another board</source>
        <translation>移至其他收藏板</translation>
    </message>
    <message>
        <source>naming a picture</source>
        <translation>命名图片</translation>
    </message>
    <message>
        <source>a new board</source>
        <translation>新建收藏板</translation>
    </message>
    <message>
        <source>naming a board</source>
        <translation>命名收藏板</translation>
    </message>
    <message>
        <source>deleting a board</source>
        <translation>删除收藏板</translation>
    </message>
    <message>
        <source>Your kept pictures were written by a newer version. The file was set aside as “{name}”.</source>
        <translation>收藏的图片由更新版本的程序写入。原文件已另存为“{name}”。</translation>
    </message>
    <message>
        <source>Your kept pictures could not be read. The file was set aside as “{name}”.</source>
        <translation>无法读取收藏的图片。原文件已另存为“{name}”。</translation>
    </message>
</context>
<context>
    <name>ShortcutsSheet</name>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>In a tooltip the key stands behind the words.</source>
        <translation>工具提示中，快捷键显示在文字之后。</translation>
    </message>
</context>
<context>
    <name>SkippedDialog</name>
    <message>
        <source>Files that are left out</source>
        <translation>被略过的文件</translation>
    </message>
    <message>
        <source>The run learns from the other pictures; these files stay as they are.</source>
        <translation>训练会使用其余图片，这些文件保持原样。</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>…以及另外 {count} 个</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copies the list, to mend the files with it.</source>
        <translation>复制此列表，便于据此修正文件。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>it could not be decoded</source>
        <translation>无法解码</translation>
    </message>
    <message>
        <source>it lies beside the class folders</source>
        <translation>位于类别文件夹之外</translation>
    </message>
    <message>
        <source>it is a link or not a plain file</source>
        <translation>是链接，或不是普通文件</translation>
    </message>
    <message>
        <source>the file is larger than 256 MB</source>
        <translation>文件大于 256 MB</translation>
    </message>
    <message>
        <source>it has more than 64 million pixels</source>
        <translation>超过 6400 万像素</translation>
    </message>
    <message>
        <source>it is longer than 65,535 pixels</source>
        <translation>边长超过 65,535 像素</translation>
    </message>
</context>
<context>
    <name>StampShelf</name>
    <message>
        <source>Stamps of one hand</source>
        <translation>同一笔迹的印章</translation>
    </message>
    <message>
        <source>Kept stamps</source>
        <translation>收藏的印章</translation>
    </message>
    <message>
        <source>Press P on any picture to keep it</source>
        <translation>在任意图片上按 P 即可收藏</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>The board of the shelf that is shown (Shift+P opens the shelf)</source>
        <translation>收藏架中当前显示的收藏板（按 Shift+P 打开收藏架）</translation>
    </message>
    <message>
        <source>One hand</source>
        <translation>同一笔迹</translation>
    </message>
</context>
<context>
    <name>StencilPanel</name>
    <message>
        <source>Other places by chance</source>
        <translation>随机换一批位置</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Paints what is shown as one stroke. (Ctrl+Return)</source>
        <translation>将预览内容绘制为一个笔画（Ctrl+Return）。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Takes the preview away; nothing is painted. (Esc)</source>
        <translation>移除预览，不绘制任何内容（Esc）。</translation>
    </message>
    <message>
        <source>Free outline</source>
        <translation>自由轮廓</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>椭圆</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>矩形</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Draw around what is to be filled.</source>
        <translation>沿要填充的区域画一圈。</translation>
    </message>
    <message>
        <source>Drag from one corner of its frame to the other.</source>
        <translation>从外框的一角拖到对角。</translation>
    </message>
    <message>
        <source>Drag from one corner to the other.</source>
        <translation>从一角拖到对角。</translation>
    </message>
    <message>
        <source>A photograph or a silhouette: drop one on the window, or choose it.</source>
        <translation>照片或剪影：拖到窗口中，或从文件中选择。</translation>
    </message>
    <message>
        <source>What is filled</source>
        <translation>填充对象</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>A picture file to be drawn in stamps.</source>
        <translation>要用印章绘制的图片文件。</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>暗部</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>亮部</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>What is dark in the picture is filled.</source>
        <translation>填充图片中暗的部分。</translation>
    </message>
    <message>
        <source>What is light in the picture is filled: for light ink on dark paper.</source>
        <translation>填充图片中亮的部分：适合在深色纸张上用浅色墨。</translation>
    </message>
    <message>
        <source>All that is not transparent is filled.</source>
        <translation>填充所有不透明的部分。</translation>
    </message>
    <message>
        <source>Part of the picture</source>
        <translation>图片的填充部分</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Smallest</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>Stamps along edges and in fine parts.</source>
        <translation>边缘和细节处的印章大小。</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>Stamps where it is dark and even.</source>
        <translation>深暗而均匀处的印章大小。</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>How close stamps stand where it is darkest.</source>
        <translation>最暗处印章的密集程度。</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>留白</translation>
    </message>
    <message>
        <source>Places lighter than this stay empty.</source>
        <translation>比此值更亮的地方留空。</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>抖动</translation>
    </message>
    <message>
        <source>How much stamps are turned by chance.</source>
        <translation>印章随机旋转的幅度。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>笔刷</translation>
    </message>
    <message>
        <source>Every class: the darker a place of a picture, the more ink its stamp has.</source>
        <translation>使用全部类别：图片越暗的地方，印章的墨量越多。</translation>
    </message>
    <message>
        <source>What the brush does along a stroke, row by row.</source>
        <translation>按笔刷沿笔画的变化方式，逐行填充。</translation>
    </message>
    <message>
        <source>Stamps</source>
        <translation>印章</translation>
    </message>
    <message>
        <source>Thin to thick</source>
        <translation>由细到粗</translation>
    </message>
    <message>
        <source>One hand</source>
        <translation>同一笔迹</translation>
    </message>
    <message>
        <source>Many hands</source>
        <translation>多种笔迹</translation>
    </message>
    <message>
        <source>The brush&apos;s style in pens from thin to thick, thick where a picture is dark.</source>
        <translation>保持笔刷的风格，笔尖由细到粗，图片暗处用粗笔。</translation>
    </message>
    <message>
        <source>Every stamp in the brush&apos;s style.</source>
        <translation>每个印章都用笔刷的风格。</translation>
    </message>
    <message>
        <source>Styles by chance.</source>
        <translation>风格随机。</translation>
    </message>
    <message>
        <source>Style of the stamps</source>
        <translation>印章的风格</translation>
    </message>
    <message>
        <source>Stencil</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>风格</translation>
    </message>
</context>
<context>
    <name>StrokeActions</name>
    <message>
        <source>Select all strokes</source>
        <translation>选择全部笔画</translation>
    </message>
    <message>
        <source>Select every stroke of the chosen layer</source>
        <translation>选择所选图层的全部笔画</translation>
    </message>
    <message>
        <source>Select none</source>
        <translation>取消选择</translation>
    </message>
    <message>
        <source>Duplicate strokes</source>
        <translation>复制笔画</translation>
    </message>
    <message>
        <source>Delete strokes</source>
        <translation>删除笔画</translation>
    </message>
    <message>
        <source>Bring forward</source>
        <translation>上移一层</translation>
    </message>
    <message>
        <source>Send backward</source>
        <translation>下移一层</translation>
    </message>
    <message>
        <source>Mirror strokes</source>
        <translation>镜像笔画</translation>
    </message>
    <message>
        <source>Paint in the brush’s ink</source>
        <translation>改用笔刷的墨色</translation>
    </message>
    <message>
        <source>Give the selected strokes the brush’s ink</source>
        <translation>将笔刷的墨色用于所选笔画</translation>
    </message>
    <message>
        <source>Write in another hand</source>
        <translation>更换笔迹</translation>
    </message>
    <message>
        <source>Draw the stamps of the selected strokes anew in another style</source>
        <translation>以另一种风格重绘所选笔画的印章</translation>
    </message>
    <message>
        <source>Write along the stroke</source>
        <translation>沿笔画书写</translation>
    </message>
    <message>
        <source>Begin a text that follows the way of the selected stroke</source>
        <translation>开始一段沿所选笔画走向排列的文字</translation>
    </message>
</context>
<context>
    <name>ThumbnailStrip</name>
    <message>
        <source>Some of the training pictures</source>
        <translation>部分训练图片</translation>
    </message>
</context>
<context>
    <name>TimeActions</name>
    <message>
        <source>Play the run as a film</source>
        <translation>以影片形式播放训练过程</translation>
    </message>
    <message>
        <source>Previous moment</source>
        <translation>上一时刻</translation>
    </message>
    <message>
        <source>Next moment</source>
        <translation>下一时刻</translation>
    </message>
    <message>
        <source>First moment</source>
        <translation>最初时刻</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Pin this moment</source>
        <translation>固定此时刻</translation>
    </message>
    <message>
        <source>A pinned moment is never thinned out; its picture stays over the track.</source>
        <translation>固定的时刻不会被精简掉，其图片会一直显示在时间轴上方。</translation>
    </message>
    <message>
        <source>Draw at this moment in all rooms</source>
        <translation>在所有工作区中使用此时刻绘制</translation>
    </message>
    <message>
        <source>Explore, Blend and Paint draw with the generator as it was then.</source>
        <translation>“探索”“混合”和“绘画”将使用当时的生成器绘制。</translation>
    </message>
    <message>
        <source>Continue from here as a new run</source>
        <translation>从这里继续，另建训练记录</translation>
    </message>
    <message>
        <source>A branch: this run stays as it is, a new one goes on from the last save before here.</source>
        <translation>建立分支：当前训练记录保持不变，新记录从此处之前的最近一次保存继续。</translation>
    </message>
    <message>
        <source>Even in time</source>
        <translation>按时间均匀分布</translation>
    </message>
    <message>
        <source>Early steps wide</source>
        <translation>放宽早期步数</translation>
    </message>
</context>
<context>
    <name>TimeDock</name>
    <message>
        <source>Play the run as a film (Ctrl+Space)</source>
        <translation>以影片形式播放训练过程 (Ctrl+Space)</translation>
    </message>
    <message>
        <source>Pin this moment: its picture stays over the track (Ctrl+M)</source>
        <translation>固定此时刻：其图片会一直显示在时间轴上方 (Ctrl+M)</translation>
    </message>
    <message>
        <source>Draw with the generator as it was at this moment, in every room (Ctrl+R)</source>
        <translation>在所有工作区中使用此时刻的生成器绘制 (Ctrl+R)</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Show the run as it is now, and let the charts follow. Going back in time lets go.</source>
        <translation>显示训练的当前状态，图表随之更新。回看过去的时刻即停止跟随。</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Lay another moment, or another run, over this one and wipe.</source>
        <translation>叠放另一时刻或另一训练记录，拖动分隔线对比。</translation>
    </message>
    <message>
        <source>More about this moment</source>
        <translation>此时刻的更多操作</translation>
    </message>
    <message>
        <source>The whole run is kept. Afterwards you can scrub through every moment here.</source>
        <translation>整个训练过程都会保留，之后可在这里拖动回看每个时刻。</translation>
    </message>
</context>
<context>
    <name>TimeTrack</name>
    <message>
        <source>Moments of the run</source>
        <translation>训练的各个时刻</translation>
    </message>
    <message>
        <source>step {step}, {time}</source>
        <translation>第 {step} 步，{time}</translation>
    </message>
    <message>
        <source>Pinned at {moment}. Click to go there.</source>
        <translation>已固定于{moment}。单击即可跳转。</translation>
    </message>
    <message>
        <source>Drag, or press the arrow keys, to see the run as it was.</source>
        <translation>拖动或按方向键，查看训练当时的样子。</translation>
    </message>
</context>
<context>
    <name>TrainCharts</name>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>{run} curves</source>
        <translation>{run} 曲线</translation>
    </message>
</context>
<context>
    <name>TrainCompare</name>
    <message>
        <source>Stop comparing</source>
        <translation>停止对比</translation>
    </message>
    <message>
        <source>Pinned: step {step}</source>
        <translation>已固定：第 {step} 步</translation>
    </message>
    <message>
        <source>Pin a moment to compare with it</source>
        <translation>固定一个时刻即可与之对比</translation>
    </message>
    <message>
        <source>The first moment</source>
        <translation>最初时刻</translation>
    </message>
    <message>
        <source>Another run at the same step:</source>
        <translation>同一步数的其他训练记录：</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>第 {step} 步</translation>
    </message>
</context>
<context>
    <name>TrainDoctor</name>
    <message>
        <source>The run is busy for a moment.</source>
        <translation>训练正忙，请稍候。</translation>
    </message>
</context>
<context>
    <name>TrainGallery</name>
    <message>
        <source>Draw other fresh samples</source>
        <translation>换一批随机样本</translation>
    </message>
    <message>
        <source>Nearest training pictures</source>
        <translation>最接近的训练图片</translation>
    </message>
    <message>
        <source>Whether it was learnt by heart: the closest training pictures. Alt over one does the same.</source>
        <translation>查找最接近的训练图片，看它是否是背下来的。按住 Alt 指向图片也可查看。</translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Fresh</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>The same seeds all along: a cell can be compared with itself over time.</source>
        <translation>始终使用相同的种子：同一格可与自己不同时刻的样子对比。</translation>
    </message>
    <message>
        <source>Other seeds at every press of the dice: what else the generator draws.</source>
        <translation>每按一次骰子就换一批种子：看看生成器还能画出什么。</translation>
    </message>
    <message>
        <source>Hold to see training pictures in their place (Space)</source>
        <translation>按住可在原位显示训练图片 (Space)</translation>
    </message>
    <message>
        <source>How the gallery is looked at</source>
        <translation>样本廊的显示方式</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>样本廊</translation>
    </message>
    <message>
        <source>Its gallery has other rows: it cannot be compared.</source>
        <translation>它的样本廊行不相同，无法对比。</translation>
    </message>
    <message>
        <source>seed {seed}, step {step}</source>
        <translation>种子 {seed}，第 {step} 步</translation>
    </message>
    <message>
        <source>Choose a picture to keep it, or to take it to another room.</source>
        <translation>选择一张图片，即可收藏或带到其他工作区。</translation>
    </message>
    <message>
        <source>by {name}, step {step}</source>
        <translation>由 {name} 绘制，第 {step} 步</translation>
    </message>
    <message>
        <source>a row is a class, a column one style</source>
        <translation>每行一个类别，每列一种风格</translation>
    </message>
</context>
<context>
    <name>TrainHint</name>
    <message>
        <source>Press Train</source>
        <translation>按下“训练”</translation>
    </message>
    <message>
        <source>The empty cells on the right fill with pictures within seconds. Stop when you like: all is kept.</source>
        <translation>右侧的空格几秒内就会填满图片。可随时停止，一切都会保留。</translation>
    </message>
</context>
<context>
    <name>TrainOrders</name>
    <message>
        <source>Sample now</source>
        <translation>立即采样</translation>
    </message>
    <message>
        <source>Save now</source>
        <translation>立即保存</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>收尾</translation>
    </message>
    <message>
        <source>Export generator…</source>
        <translation>导出生成器…</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Exported as {name}.</source>
        <translation>已导出为 {name}。</translation>
    </message>
    <message>
        <source>Saved at step {step}.</source>
        <translation>已在第 {step} 步保存。</translation>
    </message>
</context>
<context>
    <name>TrainPage</name>
    <message>
        <source>Train or pause</source>
        <translation>训练或暂停</translation>
    </message>
    <message>
        <source>Stop training</source>
        <translation>停止训练</translation>
    </message>
    <message>
        <source>The engine is still loading.</source>
        <translation>引擎仍在加载。</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>约 {time}</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>剩余 {time}</translation>
    </message>
    <message>
        <source>{speed} pictures/s</source>
        <translation>{speed} 张/秒</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>第 {step} 步</translation>
    </message>
</context>
<context>
    <name>TrainPast</name>
    <message>
        <source>Runs</source>
        <translation>训练记录</translation>
    </message>
    <message>
        <source>{run}, step {step}</source>
        <translation>{run}，第 {step} 步</translation>
    </message>
</context>
<context>
    <name>TrainRecipe</name>
    <message>
        <source>Choose the pictures to learn from first.</source>
        <translation>请先选择要学习的图片。</translation>
    </message>
    <message>
        <source>Mend the number under Advanced that is marked.</source>
        <translation>请改正“高级”中标出的数值。</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} 到 {last}</translation>
    </message>
    <message>
        <source>Press Train first: this changes a run while it goes.</source>
        <translation>请先按“训练”：这些设置用于调整进行中的训练。</translation>
    </message>
    <message>
        <source>The run is getting ready.</source>
        <translation>训练正在准备。</translation>
    </message>
    <message>
        <source>The run is saving.</source>
        <translation>训练正在保存。</translation>
    </message>
    <message>
        <source>{card}: the fastest here.</source>
        <translation>{card}：这台电脑上最快的设备。</translation>
    </message>
    <message>
        <source>Apple graphics: the fastest here.</source>
        <translation>Apple 图形处理器：这台电脑上最快的设备。</translation>
    </message>
    <message>
        <source>The CPU, as chosen. The graphics card is faster.</source>
        <translation>已按选择使用 CPU。显卡会更快。</translation>
    </message>
    <message>
        <source>No graphics card for torch here. The CPU is quick enough for networks this small.</source>
        <translation>没有可供 torch 使用的显卡。网络这么小，CPU 已经够快。</translation>
    </message>
</context>
<context>
    <name>TrainRuns</name>
    <message>
        <source>No run yet. Press Train: each run is kept here, and can go on later.</source>
        <translation>还没有训练记录。按下“训练”：每次训练都会保存在这里，以后可以继续。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Its curves, its gallery and its moments.</source>
        <translation>查看它的曲线、样本廊和各个时刻。</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>From its last save, for the budget on the left.</source>
        <translation>从最近一次保存处继续，按左侧的预算训练。</translation>
    </message>
    <message>
        <source>Use its settings</source>
        <translation>使用其设置</translation>
    </message>
    <message>
        <source>Put its recipe into the panel on the left.</source>
        <translation>把它的配方填入左侧面板。</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Give it another name.</source>
        <translation>换一个名称。</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>From there the system can bring it back.</source>
        <translation>之后可从系统回收站恢复。</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Where its files lie on this computer.</source>
        <translation>查看其文件在这台电脑上的位置。</translation>
    </message>
    <message>
        <source>Back to the gallery (Esc)</source>
        <translation>返回样本廊 (Esc)</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>训练记录</translation>
    </message>
    <message>
        <source>Everything that can be done with this run</source>
        <translation>可对此训练记录执行的全部操作</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>第 {step} 步</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>can go on</source>
        <translation>可继续</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>There is no run yet.</source>
        <translation>还没有训练记录。</translation>
    </message>
    <message>
        <source>This run is damaged. {sentence}</source>
        <translation>此训练记录已损坏。{sentence}</translation>
    </message>
    <message>
        <source>Stop the run that is being trained first.</source>
        <translation>请先停止正在进行的训练。</translation>
    </message>
    <message>
        <source>{name} is in the system&apos;s trash, and can be brought back from there.</source>
        <translation>{name} 已移到系统回收站，可从那里恢复。</translation>
    </message>
</context>
<context>
    <name>TrainTime</name>
    <message>
        <source>The whole run is kept. Afterwards you can scrub through every moment here.</source>
        <translation>整个训练过程都会保留，之后可在这里拖动回看每个时刻。</translation>
    </message>
    <message>
        <source>{here} of {end}</source>
        <translation>{here} / {end}</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>第 {step} 步</translation>
    </message>
</context>
<context>
    <name>TrainingBar</name>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>单步</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>收尾</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>采样</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>训练记录</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>One batch</source>
        <translation>一批</translation>
    </message>
    <message>
        <source>Both learn from one minibatch, then the run holds again.</source>
        <translation>两个网络各学习一个小批量，然后再次暂停。</translation>
    </message>
    <message>
        <source>Discriminator only</source>
        <translation>仅判别器</translation>
    </message>
    <message>
        <source>It learns from one minibatch; the generator stays as it is.</source>
        <translation>判别器学习一个小批量，生成器保持不变。</translation>
    </message>
    <message>
        <source>Generator only</source>
        <translation>仅生成器</translation>
    </message>
    <message>
        <source>It learns from one minibatch; the discriminator stays as it is.</source>
        <translation>生成器学习一个小批量，判别器保持不变。</translation>
    </message>
    <message>
        <source>Come to a good end: the learning rates fall over a fifth more steps, which cleans the pictures, then the run stops and is saved.</source>
        <translation>好好收尾：再训练五分之一的步数，其间学习率逐渐下降，让图片更干净，然后停止并保存。</translation>
    </message>
    <message>
        <source>Every run on this computer: open, go on, branch off, rename, delete.</source>
        <translation>这台电脑上的全部训练记录：打开、继续、建立分支、重命名、删除。</translation>
    </message>
    <message>
        <source>Only while a run goes on.</source>
        <translation>仅在训练进行时可用。</translation>
    </message>
    <message>
        <source>End the run after this batch. Everything is saved, and it can go on later.</source>
        <translation>完成当前批次后结束训练。一切都会保存，以后可以继续。</translation>
    </message>
    <message>
        <source>Draw the gallery now, and keep this moment.</source>
        <translation>立即绘制样本廊，并保留此时刻。</translation>
    </message>
    <message>
        <source>Save a checkpoint now. The run can go on from here, exactly.</source>
        <translation>立即保存检查点，之后可从这里原样继续训练。</translation>
    </message>
    <message>
        <source>Write the generator as it is now to a file that can be shared.</source>
        <translation>把当前的生成器写入一个可分享的文件。</translation>
    </message>
    <message>
        <source>Only once a run has saved one.</source>
        <translation>训练保存过生成器后才可用。</translation>
    </message>
    <message>
        <source>Go on with {name}, exactly where it was saved, for the budget on the left.</source>
        <translation>从保存处原样继续 {name}，按左侧的预算训练。</translation>
    </message>
    <message>
        <source>One step of one minibatch, to watch what it does: of both, of D only or of G only.</source>
        <translation>用一个小批量训练一步，观察其作用：可让两者都学，或仅 D、仅 G。</translation>
    </message>
    <message>
        <source>Pause the run to take single steps.</source>
        <translation>暂停训练后才能单步执行。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Hold the run. Nothing is lost, and it goes on where it stood.</source>
        <translation>暂停训练。什么都不会丢失，之后从原处继续。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Go on with the run where it stood.</source>
        <translation>从原处继续训练。</translation>
    </message>
    <message>
        <source>Begin a new run with the recipe on the left.</source>
        <translation>用左侧的配方开始新的训练。</translation>
    </message>
    <message>
        <source>Getting the pictures ready…</source>
        <translation>正在准备图片…</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Finishing this batch…</source>
        <translation>正在完成当前批次…</translation>
    </message>
    <message>
        <source>Coming to a good end…</source>
        <translation>正在收尾…</translation>
    </message>
</context>
<context>
    <name>TrainingCharts</name>
    <message>
        <source>Losses</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Quality, lower is better</source>
        <translation>质量（越低越好）</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Pictures per second</source>
        <translation>每秒图片数</translation>
    </message>
    <message>
        <source>now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>Generator</source>
        <translation>生成器</translation>
    </message>
    <message>
        <source>Discriminator</source>
        <translation>判别器</translation>
    </message>
    <message>
        <source>Training against made</source>
        <translation>训练图片对生成图片</translation>
    </message>
    <message>
        <source>told apart</source>
        <translation>可区分</translation>
    </message>
    <message>
        <source>training wins</source>
        <translation>训练图片胜出</translation>
    </message>
    <message>
        <source>How genuine D finds them</source>
        <translation>D 判定的真实度</translation>
    </message>
    <message>
        <source>made</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>patch distance</source>
        <translation>图块距离</translation>
    </message>
    <message>
        <source>digit-FID</source>
        <translation>digit-FID</translation>
    </message>
    <message>
        <source>right class</source>
        <translation>类别正确</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>召回率</translation>
    </message>
</context>
<context>
    <name>TrainingForm</name>
    <message>
        <source>Recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>The engine is loading…</source>
        <translation>引擎正在加载…</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>This run</source>
        <translation>本次训练</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>小</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>大</translation>
    </message>
    <message>
        <source>Networks half as wide as the preset has them: the fastest, and the coarsest.</source>
        <translation>网络宽度为预设的一半：最快，也最粗糙。</translation>
    </message>
    <message>
        <source>Networks as wide as the preset has them.</source>
        <translation>网络宽度与预设相同。</translation>
    </message>
    <message>
        <source>Twice as wide as the preset has them: slower, for pictures with much detail.</source>
        <translation>网络宽度为预设的两倍：较慢，适合细节丰富的图片。</translation>
    </message>
    <message>
        <source>Size of the networks</source>
        <translation>网络大小</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>The run learns from these pictures. Stop it to choose others.</source>
        <translation>训练正在使用这些图片。要另选图片，请先停止。</translation>
    </message>
    <message>
        <source>The networks are built for this recipe. Stop the run to choose another.</source>
        <translation>网络是按此配方构建的。要另选配方，请先停止训练。</translation>
    </message>
    <message>
        <source>The networks lie on this device. Stop the run, then go on with another.</source>
        <translation>网络位于此设备上。要换设备，请先停止训练，再继续。</translation>
    </message>
    <message>
        <source>The learning rates follow this budget. Stop the run, then go on with another.</source>
        <translation>学习率随此预算变化。要换预算，请先停止训练，再继续。</translation>
    </message>
    <message>
        <source>The run began with this. What can change while it goes stands further up.</source>
        <translation>训练以这些数值开始。训练中可调的数值在上方。</translation>
    </message>
</context>
<context>
    <name>TravelStrip</name>
    <message>
        <source>Brush</source>
        <translation>笔刷</translation>
    </message>
    <message>
        <source>The picture the stroke begins with; drop another one here.</source>
        <translation>笔画起始的图片；可将其他图片拖到此处。</translation>
    </message>
    <message>
        <source>Travels to</source>
        <translation>过渡到</translation>
    </message>
    <message>
        <source>The picture the stroke ends with: drop one here, or Shift+click a stamp below.</source>
        <translation>笔画结束的图片：将图片拖到此处，或 Shift+单击下方的印章。</translation>
    </message>
</context>
<context>
    <name>TypePanel</name>
    <message>
        <source>Text</source>
        <translation>文字内容</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>左</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>中</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右</translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation>对齐方式</translation>
    </message>
    <message>
        <source>Another hand</source>
        <translation>更换笔迹</translation>
    </message>
    <message>
        <source>The same text in another style; every glyph keeps its place.</source>
        <translation>文字相同，风格更换；每个字形位置不变。</translation>
    </message>
    <message>
        <source>Turn around</source>
        <translation>反转走向</translation>
    </message>
    <message>
        <source>The text runs the other way along its line, upside down to now.</source>
        <translation>文字沿线条反向排列，与现在上下颠倒。</translation>
    </message>
    <message>
        <source>Straighten</source>
        <translation>拉直</translation>
    </message>
    <message>
        <source>The text leaves its line and stands straight.</source>
        <translation>文字脱离线条，恢复为直线排列。</translation>
    </message>
    <message>
        <source>Type here: 2026</source>
        <translation>在此输入：2026</translation>
    </message>
    <message>
        <source>Drag on the sheet, and the text follows that line.</source>
        <translation>在画布上拖动，文字会沿该线条排列。</translation>
    </message>
    <message>
        <source>Click on the sheet to write there, drag to write along a line, or click on a text to change it.</source>
        <translation>单击画布即可在该处书写，拖动可沿线条书写，单击已有文字可修改。</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>对齐</translation>
    </message>
    <message>
        <source>Tracking</source>
        <translation>字距</translation>
    </message>
    <message>
        <source>Leading</source>
        <translation>行距</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>抖动</translation>
    </message>
</context>
<context>
    <name>TypedNumber</name>
    <message>
        <source>This is not a number.</source>
        <translation>这不是数字。</translation>
    </message>
    <message>
        <source>This has to be a whole number.</source>
        <translation>必须是整数。</translation>
    </message>
    <message>
        <source>It can be from {least} to {most}.</source>
        <translation>应在 {least} 到 {most} 之间。</translation>
    </message>
</context>
<context>
    <name>VarietySlider</name>
    <message>
        <source>as trained</source>
        <translation>训练状态</translation>
    </message>
    <message>
        <source>Variety</source>
        <translation>多样度</translation>
    </message>
    <message>
        <source>How far from the most typical picture to go (truncation psi): 0 is typical, 1 as trained</source>
        <translation>偏离最典型图片的程度（截断系数 psi）：0 为最典型，1 为训练状态</translation>
    </message>
</context>
<context>
    <name>WellShares</name>
    <message>
        <source>{quality}: share of {letter}</source>
        <translation>{quality}：{letter} 的比例</translation>
    </message>
    <message>
        <source>How much of {letter}; the others keep their proportions</source>
        <translation>{letter} 所占的比例；其余部分的相互比例不变</translation>
    </message>
</context>
<context>
    <name>WindowControls</name>
    <message>
        <source>Ink digits</source>
        <translation>墨迹数字</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>正在准备…</translation>
    </message>
    <message>
        <source>Open a generator</source>
        <translation>打开生成器</translation>
    </message>
    <message>
        <source>Generators (*.safetensors)</source>
        <translation>生成器 (*.safetensors)</translation>
    </message>
    <message>
        <source>{run} · step {step}</source>
        <translation>{run} · 第 {step} 步</translation>
    </message>
    <message>
        <source>This did not work</source>
        <translation>操作未成功</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Starting to train…</source>
        <translation>正在开始训练…</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>正在训练</translation>
    </message>
    <message>
        <source>Training is paused</source>
        <translation>训练已暂停</translation>
    </message>
    <message>
        <source>Finishing this batch and saving…</source>
        <translation>正在完成本批并保存…</translation>
    </message>
</context>
<context>
    <name>WipeDivider</name>
    <message>
        <source>Divider between the two moments</source>
        <translation>两个时刻之间的分隔线</translation>
    </message>
    <message>
        <source>Drag to wipe from one moment to the other; ← and → do the same.</source>
        <translation>拖动即可从一个时刻划到另一个时刻；按 ← 和 → 效果相同。</translation>
    </message>
    <message>
        <source>{share} of 100 from the left</source>
        <translation>距左侧 {share}%</translation>
    </message>
</context>
<context>
    <name>_AxisMenu</name>
    <message>
        <source>Name “{direction}”…</source>
        <translation>命名“{direction}”…</translation>
    </message>
</context>
<context>
    <name>_LayerTile</name>
    <message>
        <source>taken over</source>
        <translation>已替换</translation>
    </message>
    <message>
        <source>not taken over</source>
        <translation>未替换</translation>
    </message>
</context>
<context>
    <name>_RowDelegate</name>
    <message>
        <source>Name of the board</source>
        <translation>收藏板名称</translation>
    </message>
</context>
<context>
    <name>_RunDelegate</name>
    <message>
        <source>Name of the run</source>
        <translation>训练记录名称</translation>
    </message>
</context>
<context>
    <name>_SecondWell</name>
    <message>
        <source>Second picture</source>
        <translation>第二张图片</translation>
    </message>
    <message>
        <source>Drop or paste a picture, or click to take the one under the dot; Delete empties it</source>
        <translation>将图片拖入或粘贴，或单击以使用游标下的图片；按 Delete 清空</translation>
    </message>
</context>
<context>
    <name>_TileDelegate</name>
    <message>
        <source>Name of the picture</source>
        <translation>图片名称</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>facts</name>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>. </source>
        <translation>。</translation>
    </message>
</context>
</TS>
